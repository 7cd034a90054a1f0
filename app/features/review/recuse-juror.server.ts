import { recordEvent } from "#app/lib/events.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { findOwnAssignment } from "./queries.server.ts";
import type { RecusalReason } from "./rules.ts";

type Request = { assignmentId: string; jurorId: string; reason: RecusalReason; note: string; now: Moment };

/**
 * A juror steps back: the entry is gone for them at once and everywhere, and only an organiser can bring it back.
 * What they wrote is kept, sealed away, and counts no more. Stepping back twice is the same as once: the second finds
 * nothing (NotFound), as does anybody else's assignment.
 */
export function recuseJuror(db: Database, { assignmentId, jurorId, reason, note, now }: Request): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "assignment", assignmentId);
    const assignment = await findOwnAssignment(trx, { assignmentId, jurorId });
    if (!assignment) throw new NotFound();
    await trx
      .insertInto("recusal")
      .values({ assignmentId, reason, declaredBy: jurorId, createdAt: now })
      .onConflict((conflict) => conflict.column("assignmentId").doNothing())
      .execute();
    await trx
      .insertInto("conflict")
      .values({
        id: newId(),
        applicationId: assignment.applicationId,
        personId: jurorId,
        kind: reason,
        isHard: 1,
        note,
        declaredBy: jurorId,
        createdAt: now,
        liftedAt: null,
        liftedBy: null,
      })
      .execute();
    await recordEvent(trx, {
      action: "juror.recused",
      subjectKind: "assignment",
      subjectId: assignmentId,
      programmeId: assignment.programmeId,
      actorId: jurorId,
      details: { reason },
      now,
    });
  });
}
