import { findRoundOfProgramme } from "#app/features/round/queries.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused, Stale } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { listDecisions } from "./queries.server.ts";
import { type DecisionOutcome, decisionObstacles } from "./rules.ts";

type Request = {
  roundId: string;
  programmeId: string;
  applicationId: string;
  outcome: DecisionOutcome;
  /** The order among the reserves; of no meaning for the other outcomes. */
  reservePosition: number;
  reason: string;
  /** Of the decision the organiser looked at; 0 for none. */
  version: number;
  organiserId: string;
  now: Moment;
};

/** Writes down what was decided of an entry. It stays pending, seen by nobody outside, until the round is published. */
export function recordDecision(
  db: Database,
  { roundId, programmeId, applicationId, outcome, reservePosition, reason, version, organiserId, now }: Request,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "round", roundId);
    const round = await findRoundOfProgramme(trx, { roundId, programmeId });
    if (!round) throw new NotFound();
    const before = (await listDecisions(trx, { roundId })).find((row) => row.id === applicationId);
    const obstacles = decisionObstacles({ ...round, isEntry: before !== undefined });
    if (obstacles.length > 0) throw new Refused(obstacles);
    if ((before?.version ?? 0) !== version) throw new Stale(before);

    const decision = {
      outcome,
      reservePosition: outcome === "reserve" ? reservePosition : null,
      reason,
      version: version + 1,
      decidedBy: organiserId,
      decidedAt: now,
    };
    await trx
      .insertInto("decision")
      .values({ id: newId(), roundId, applicationId, ...decision })
      .onConflict((conflict) => conflict.columns(["roundId", "applicationId"]).doUpdateSet(decision))
      .execute();
    await recordEvent(trx, {
      action: "decision.recorded",
      subjectKind: "application",
      subjectId: applicationId,
      programmeId,
      actorId: organiserId,
      details: { roundId, outcome, reservePosition: decision.reservePosition, reason, version: decision.version },
      now,
    });
    return decision.version;
  });
}
