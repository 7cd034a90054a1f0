import { z } from "zod";
import { config } from "#app/config.server.ts";
import { clock } from "#app/lib/clock.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Database } from "#db/database.server.ts";
import { outboxTransport, smtpTransport, type Transport, Undeliverable } from "./transport.server.ts";

const ATTEMPTS = 8;
const payloadForm = z.object({ letterId: z.string() });

/** The job `letter-delivery`: hands one letter over by the configured way. */
export async function letterDelivery(database: Database, payload: unknown): Promise<void> {
  const { letterId } = payloadForm.parse(payload);
  await deliverLetter(database, { letterId, transport: configuredTransport(), now: clock.now() });
}

/**
 * Hands a queued letter over and marks it sent. Any other letter is left alone, so a job that runs twice sends once;
 * the job's lease keeps two from running at the same time. A crash between the two steps sends a second copy under the
 * same Message-ID. Throws when it should be tried again.
 */
export async function deliverLetter(
  database: Database,
  { letterId, transport, now }: { letterId: string; transport: Transport; now: Moment },
): Promise<void> {
  const letter = await database
    .selectFrom("letter")
    .select(["id", "toEmail", "subject", "text", "html", "attempts"])
    .where("id", "=", letterId)
    .where("state", "=", "queued")
    .executeTakeFirst();
  if (!letter) return;
  const attempts = letter.attempts + 1;
  try {
    await transport(letter);
  } catch (error) {
    const isFinal = error instanceof Undeliverable || attempts >= ATTEMPTS;
    const lastError = String(error instanceof Error ? error.message : error).slice(0, 500);
    await database
      .updateTable("letter")
      .set({ attempts, lastError, state: isFinal ? "failed" : "queued" })
      .where("id", "=", letterId)
      .execute();
    if (isFinal) return;
    throw error;
  }
  await database
    .updateTable("letter")
    .set({ attempts, state: "sent", sentAt: now, lastError: null })
    .where("id", "=", letterId)
    .execute();
}

let transport: Transport | undefined;

function configuredTransport(): Transport {
  const { smtpUrl: url, mailFrom: from, origin } = config;
  transport ??= url ? smtpTransport({ url, from, origin }) : outboxTransport;
  return transport;
}
