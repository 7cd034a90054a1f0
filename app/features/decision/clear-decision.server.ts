import { findRoundOfProgramme } from "#app/features/round/queries.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { decisionObstacles } from "./rules.ts";

type Request = { roundId: string; programmeId: string; applicationId: string; organiserId: string; now: Moment };

/** Takes a pending decision back: the entry is undecided again. What it was stays in the log. */
export function clearDecision(
  db: Database,
  { roundId, programmeId, applicationId, organiserId, now }: Request,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "round", roundId);
    const round = await findRoundOfProgramme(trx, { roundId, programmeId });
    if (!round) throw new NotFound();
    const obstacles = decisionObstacles({ ...round, isEntry: true });
    if (obstacles.length > 0) throw new Refused(obstacles);
    const cleared = await trx
      .deleteFrom("decision")
      .where("roundId", "=", roundId)
      .where("applicationId", "=", applicationId)
      .returning("outcome")
      .executeTakeFirst();
    if (!cleared) throw new NotFound();
    await recordEvent(trx, {
      action: "decision.cleared",
      subjectKind: "application",
      subjectId: applicationId,
      programmeId,
      actorId: organiserId,
      details: { roundId, outcome: cleared.outcome },
      now,
    });
  });
}
