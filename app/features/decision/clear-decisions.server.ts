import { refuseTied } from "#app/features/conflict/refuse-tied.server.ts";
import { findRoundOfProgramme } from "#app/features/round/queries.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { decisionObstacles } from "./rules.ts";

type Request = {
  roundId: string;
  programmeId: string;
  applicationIds: readonly string[];
  deciderId: string;
  now: Moment;
};

/** Takes pending decisions back: the entries are undecided again. What they were stays in the log. */
export function clearDecisions(
  db: Database,
  { roundId, programmeId, applicationIds, deciderId, now }: Request,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "round", roundId);
    const round = await findRoundOfProgramme(trx, { roundId, programmeId });
    if (!round) throw new NotFound();
    await refuseTied(trx, { personId: deciderId, callId: round.callId, applicationIds });
    const obstacles = decisionObstacles({ ...round, isEntry: true, count: applicationIds.length });
    if (obstacles.length > 0) throw new Refused(obstacles);
    const cleared = await trx
      .deleteFrom("decision")
      .where("roundId", "=", roundId)
      .where("applicationId", "in", applicationIds)
      .returning(["applicationId", "outcome"])
      .execute();
    for (const { applicationId, outcome } of cleared)
      await recordEvent(trx, {
        action: "decision.cleared",
        subjectKind: "application",
        subjectId: applicationId,
        programmeId,
        actorId: deciderId,
        details: { roundId, outcome },
        now,
      });
  });
}
