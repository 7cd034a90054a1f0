import { recordEvent } from "#app/lib/events.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { conflictKindsOf } from "./kinds.ts";
import { findEditionSettings, listJurySide } from "./queries.server.ts";

type Request = {
  applicationId: string;
  programmeId: string;
  personId: string;
  kind: string;
  note: string;
  organiserId: string;
  now: Moment;
};

/**
 * Sets a conflict between a member of the jury side and an entry. From this moment the entry is gone for them; an
 * assignment nobody began is taken back, one that was begun is kept for the record and counts as stepped back from.
 * Setting the same again changes nothing.
 */
export function setConflict(
  db: Database,
  { applicationId, programmeId, personId, kind, note, organiserId, now }: Request,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "application", applicationId);
    const application = await trx
      .selectFrom("application")
      .innerJoin("call", "call.id", "application.callId")
      .select("application.id")
      .where("application.id", "=", applicationId)
      .where("call.programmeId", "=", programmeId)
      .executeTakeFirst();
    const settings = await findEditionSettings(trx, programmeId);
    if (!application || !settings) throw new NotFound();
    if (!(await listJurySide(trx, programmeId)).some((person) => person.id === personId)) throw new NotFound();
    const known = conflictKindsOf(settings.settings).find((one) => one.id === kind);
    if (!known) throw new Refused([{ code: "choice-unknown", at: "kind" }]);

    const standing = await trx
      .selectFrom("conflict")
      .select("id")
      .where("applicationId", "=", applicationId)
      .where("personId", "=", personId)
      .where("kind", "=", kind)
      .where("liftedAt", "is", null)
      .executeTakeFirst();
    if (standing) return;
    const id = newId();
    await trx
      .insertInto("conflict")
      .values({
        id,
        applicationId,
        personId,
        kind,
        isHard: known.isHard ? 1 : 0,
        note,
        declaredBy: organiserId,
        createdAt: now,
        liftedAt: null,
        liftedBy: null,
      })
      .execute();
    const open = await trx
      .selectFrom("assignment")
      .innerJoin("round", "round.id", "assignment.roundId")
      .leftJoin("review", "review.assignmentId", "assignment.id")
      .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
      .select(["assignment.id", "review.id as reviewId"])
      .where("assignment.applicationId", "=", applicationId)
      .where("assignment.jurorId", "=", personId)
      .where("round.closedAt", "is", null)
      .where("recusal.assignmentId", "is", null)
      .execute();
    for (const assignment of open) {
      if (assignment.reviewId === null) await trx.deleteFrom("assignment").where("id", "=", assignment.id).execute();
      else
        await trx
          .insertInto("recusal")
          .values({ assignmentId: assignment.id, reason: kind, declaredBy: organiserId, createdAt: now })
          .execute();
    }
    await recordEvent(trx, {
      action: "conflict.set",
      subjectKind: "application",
      subjectId: applicationId,
      programmeId,
      actorId: organiserId,
      details: { conflictId: id, personId, kind, assignments: open.length },
      now,
    });
  });
}
