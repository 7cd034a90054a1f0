import { refuseTied } from "#app/features/conflict/refuse-tied.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { findRoundOfProgramme } from "./queries.server.ts";
import { changingObstacles } from "./rules.ts";

type Request = {
  roundId: string;
  programmeId: string;
  organiserId: string;
  /** Until when jurors may work; null where it could not be read. */
  closesAt: Moment | null;
  reviewsPerEntry: number;
  reason: string;
  now: Moment;
};

/**
 * Gives the jurors of an open round more time, or wants another number of readings of each entry. Never less time:
 * they count on the evenings they were promised. What is as it was changes nothing and leaves no line in the log.
 */
export function changeRound(
  db: Database,
  { roundId, programmeId, organiserId, closesAt, reviewsPerEntry, reason, now }: Request,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "round", roundId);
    const round = await findRoundOfProgramme(trx, { roundId, programmeId });
    if (!round) throw new NotFound();
    await refuseTied(trx, { personId: organiserId, callId: round.callId, applicationIds: [] });
    if (round.openedAt && !round.closedAt && closesAt === round.closesAt && reviewsPerEntry === round.reviewsPerEntry)
      return;
    const obstacles = changingObstacles({ round, closesAt, reason }, now);
    if (obstacles.length > 0) throw new Refused(obstacles);
    await trx.updateTable("round").set({ closesAt, reviewsPerEntry }).where("id", "=", roundId).execute();
    await recordEvent(trx, {
      action: "round.changed",
      subjectKind: "round",
      subjectId: roundId,
      programmeId,
      actorId: organiserId,
      details: {
        closesAt: { from: round.closesAt, to: closesAt },
        reviewsPerEntry: { from: round.reviewsPerEntry, to: reviewsPerEntry },
        reason,
      },
      now,
    });
  });
}
