import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";

type Request = {
  conflictId: string;
  applicationId: string;
  programmeId: string;
  organiserId: string;
  /** Why it does not hold, for the log. */
  reason: string;
  now: Moment;
};

/**
 * Lifts a conflict. Nobody lifts their own. A recusal that came with it stands: an entry somebody stepped back from,
 * or had begun when the conflict was set, stays closed to them. Any other may be given to them again.
 */
export function liftConflict(
  db: Database,
  { conflictId, applicationId, programmeId, organiserId, reason, now }: Request,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const conflict = await trx
      .selectFrom("conflict")
      .innerJoin("application", "application.id", "conflict.applicationId")
      .innerJoin("call", "call.id", "application.callId")
      .select(["conflict.personId", "conflict.kind"])
      .where("conflict.id", "=", conflictId)
      .where("conflict.applicationId", "=", applicationId)
      .where("call.programmeId", "=", programmeId)
      .where("conflict.liftedAt", "is", null)
      .executeTakeFirst();
    if (!conflict) throw new NotFound();
    if (conflict.personId === organiserId) throw new Refused([{ code: "own-conflict" }]);
    if (reason.trim() === "") throw new Refused([{ code: "log-reason-missing", at: "reason" }]);
    await trx
      .updateTable("conflict")
      .set({ liftedAt: now, liftedBy: organiserId })
      .where("id", "=", conflictId)
      .where("liftedAt", "is", null)
      .execute();
    await recordEvent(trx, {
      action: "conflict.lifted",
      subjectKind: "application",
      subjectId: applicationId,
      programmeId,
      actorId: organiserId,
      details: { conflictId, personId: conflict.personId, kind: conflict.kind, reason },
      now,
    });
  });
}
