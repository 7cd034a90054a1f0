import { refuseTied } from "#app/features/conflict/refuse-tied.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { removalObstacles } from "./rules.ts";

type Request = { assignmentId: string; roundId: string; programmeId: string; organiserId: string; now: Moment };

/** Takes back one assignment nobody has begun. */
export function removeAssignment(
  db: Database,
  { assignmentId, roundId, programmeId, organiserId, now }: Request,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "assignment", assignmentId);
    const assignment = await trx
      .selectFrom("assignment")
      .innerJoin("round", "round.id", "assignment.roundId")
      .innerJoin("call", "call.id", "round.callId")
      .leftJoin("review", "review.assignmentId", "assignment.id")
      .leftJoin("recusal", "recusal.assignmentId", "assignment.id")
      .select(["assignment.applicationId", "assignment.jurorId", "round.closedAt", "round.callId"])
      .select("review.id as reviewId")
      .where("assignment.id", "=", assignmentId)
      .where("assignment.roundId", "=", roundId)
      .where("call.programmeId", "=", programmeId)
      .where("recusal.assignmentId", "is", null)
      .executeTakeFirst();
    if (!assignment) throw new NotFound();
    const { callId, applicationId } = assignment;
    await refuseTied(trx, { personId: organiserId, callId, applicationIds: [applicationId] });
    const obstacles = removalObstacles({ closedAt: assignment.closedAt, isBegun: assignment.reviewId !== null });
    if (obstacles.length > 0) throw new Refused(obstacles);
    await trx.deleteFrom("assignment").where("id", "=", assignmentId).execute();
    await recordEvent(trx, {
      action: "assignment.removed",
      subjectKind: "round",
      subjectId: roundId,
      programmeId,
      actorId: organiserId,
      details: { assignmentId, applicationId: assignment.applicationId, jurorId: assignment.jurorId },
      now,
    });
  });
}
