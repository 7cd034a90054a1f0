import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound } from "#app/lib/refusal.ts";
import { retryLetter } from "#app/mail/outbox.server.ts";
import type { Database } from "#db/database.server.ts";
import { findLetterOfCall } from "./queries.server.ts";

type Request = {
  letterId: string;
  callId: string;
  programmeId: string;
  hiddenIds: readonly string[];
  organiserId: string;
  now: Moment;
};

/** Tries a letter again that could not be delivered. One that is on its way or has arrived stays as it is. */
export function resendLetter(
  db: Database,
  { letterId, callId, programmeId, hiddenIds, organiserId, now }: Request,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const letter = await findLetterOfCall(trx, { letterId, callId, hiddenIds });
    if (!letter) throw new NotFound();
    if (!(await retryLetter(trx, { letterId, now }))) return;
    await recordEvent(trx, {
      action: "letter.resent",
      subjectKind: "letter",
      subjectId: letterId,
      programmeId,
      actorId: organiserId,
      now,
    });
  });
}
