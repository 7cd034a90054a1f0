import { type RegistrationResponseJSON, verifyRegistrationResponse } from "@simplewebauthn/server";
import { z } from "zod";
import { unseal } from "#app/auth/seal.server.ts";
import { endSessions } from "#app/auth/session.server.ts";
import { consumeToken } from "#app/auth/token.server.ts";
import { relyingParty } from "#app/auth/webauthn.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { Refused } from "#app/lib/refusal.ts";
import { secondFactorLetter } from "#app/mail/letters/account.ts";
import { absoluteLink } from "#app/mail/link.server.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import type { Database } from "#db/database.server.ts";
import { findHouseZone } from "./queries.server.ts";
import { replaceRecoveryCodes } from "./recovery-step.server.ts";

const ticketForm = z.object({ challenge: z.string(), act: z.literal("add") });

type NewPasskey = {
  personId: string;
  sessionId: string;
  ticket: string;
  response: RegistrationResponseJSON;
  name: string;
  now: Moment;
};

/** Keeps a passkey the browser has just made. With the first second factor come recovery codes, shown this once. */
export async function addPasskey(
  database: Database,
  { personId, sessionId, ticket, response, name, now }: NewPasskey,
): Promise<string[]> {
  const token = await consumeToken(database, { secret: ticket, purpose: "passkey-challenge", now });
  const details = ticketForm.safeParse(token ? JSON.parse(token.details) : null);
  if (token?.personId !== personId || !details.success) throw new Refused([{ code: "passkey-refused" }]);
  const { id, origin } = relyingParty();
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: unseal(details.data.challenge),
    expectedOrigin: origin,
    expectedRPID: id,
  }).catch(() => ({ verified: false as const }));
  if (!checked.verified) throw new Refused([{ code: "passkey-refused" }]);
  const { credential } = checked.registrationInfo;
  const timeZone = await findHouseZone(database);
  return database.transaction().execute(async (trx) => {
    await trx
      .insertInto("passkey")
      .values({
        id: credential.id,
        personId,
        publicKey: Buffer.from(credential.publicKey).toString("base64url"),
        counter: credential.counter,
        transports: JSON.stringify(credential.transports ?? []),
        name,
        createdAt: now,
        lastUsedAt: null,
      })
      .execute();
    await trx.updateTable("session").set({ secondFactorAt: now }).where("id", "=", sessionId).execute();
    await endSessions(trx, { personId, except: sessionId });
    await recordEvent(trx, {
      action: "person.passkey-added",
      subjectKind: "person",
      subjectId: personId,
      actorId: personId,
      now,
    });
    const person = await trx
      .selectFrom("person")
      .select(["name", "email", "language"])
      .where("id", "=", personId)
      .executeTakeFirstOrThrow();
    await postLetter(trx, {
      letter: secondFactorLetter(person.language, {
        name: person.name,
        at: now,
        timeZone,
        url: absoluteLink(paths.accountSecurity()),
        change: "added",
      }),
      to: { personId, email: person.email, language: person.language },
      dedupeKey: `passkey:${credential.id}`,
      now,
    });
    const codes = await trx
      .selectFrom("recoveryCode")
      .select("id")
      .where("personId", "=", personId)
      .limit(1)
      .executeTakeFirst();
    return codes ? [] : replaceRecoveryCodes(trx, personId);
  });
}
