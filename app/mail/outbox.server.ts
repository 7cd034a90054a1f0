import type { Language } from "#app/i18n/text.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Db } from "#db/database.server.ts";
import type { Letter } from "./kinds.ts";

export type Addressee = { personId: string | null; email: string; language: Language };

type Posting = {
  letter: Letter;
  to: Addressee;
  /** Posting again under the same key is the same as posting once. */
  dedupeKey: string;
  programmeId?: string | null;
  applicationId?: string | null;
  /** Waits for an organiser's release. */
  hold?: boolean;
  now: Moment;
};

/**
 * Puts a letter into the outbox inside the caller's transaction: it leaves if and only if the transaction commits.
 * Answers its id, or null when a letter under this key was posted before.
 */
export async function postLetter(trx: Db, posting: Posting): Promise<string | null> {
  const { letter, to, dedupeKey, programmeId = null, applicationId = null, hold = false, now } = posting;
  const posted = await trx
    .insertInto("letter")
    .values({
      id: newId(),
      ...letter,
      personId: to.personId,
      toEmail: to.email,
      language: to.language,
      programmeId,
      applicationId,
      dedupeKey,
      state: hold ? "held" : "queued",
      attempts: 0,
      lastError: null,
      createdAt: now,
      sentAt: null,
    })
    .onConflict((conflict) => conflict.column("dedupeKey").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!posted) return null;
  if (!hold) await enqueueDelivery(trx, posted.id, now);
  return posted.id;
}

/** Lets held letters go; those already released stay as they are. Answers how many went. */
export async function releaseLetters(
  trx: Db,
  { letterIds, now }: { letterIds: readonly string[]; now: Moment },
): Promise<number> {
  let count = 0;
  for (let start = 0; start < letterIds.length; start += 500) {
    const released = await trx
      .updateTable("letter")
      .set({ state: "queued" })
      .where("id", "in", letterIds.slice(start, start + 500))
      .where("state", "=", "held")
      .returning("id")
      .execute();
    for (const { id } of released) await enqueueDelivery(trx, id, now);
    count += released.length;
  }
  return count;
}

/** Tries a failed letter again, with all its attempts anew. Answers whether there was one to try. */
export async function retryLetter(trx: Db, { letterId, now }: { letterId: string; now: Moment }): Promise<boolean> {
  const retried = await trx
    .updateTable("letter")
    .set({ state: "queued", attempts: 0, lastError: null })
    .where("id", "=", letterId)
    .where("state", "=", "failed")
    .returning("id")
    .executeTakeFirst();
  if (!retried) return false;
  await enqueueDelivery(trx, letterId, now);
  return true;
}

const enqueueDelivery = (trx: Db, letterId: string, now: Moment) =>
  enqueue(trx, "letter-delivery", { letterId }, { now, dedupeKey: letterId });
