import { refuseTied } from "#app/features/conflict/refuse-tied.server.ts";
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
  /** The entries in their order, each with the version of the decision that was looked at; 0 for none. */
  entries: readonly { applicationId: string; version: number }[];
  outcome: DecisionOutcome;
  /** Where the first of them stands among the reserves, the others after it; of no meaning for the other outcomes. */
  reservePosition: number;
  reason: string;
  deciderId: string;
  now: Moment;
};

/**
 * Writes down what was decided of some entries, of all or of none of them. It stays pending, seen by nobody outside,
 * until the round is published.
 */
export function recordDecisions(
  db: Database,
  { roundId, programmeId, entries, outcome, reservePosition, reason, deciderId, now }: Request,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "round", roundId);
    const round = await findRoundOfProgramme(trx, { roundId, programmeId });
    if (!round) throw new NotFound();
    const applicationIds = entries.map(({ applicationId }) => applicationId);
    await refuseTied(trx, { personId: deciderId, callId: round.callId, applicationIds });
    const standing = new Map((await listDecisions(trx, { roundId })).map((row) => [row.id, row]));
    const isEntry = applicationIds.every((id) => standing.has(id));
    const obstacles = decisionObstacles({ ...round, isEntry, count: entries.length });
    if (obstacles.length > 0) throw new Refused(obstacles);
    const stale = entries.find(({ applicationId, version }) => (standing.get(applicationId)?.version ?? 0) !== version);
    if (stale) throw new Stale(standing.get(stale.applicationId));

    for (const [index, { applicationId, version }] of entries.entries()) {
      const decision = {
        outcome,
        reservePosition: outcome === "reserve" ? reservePosition + index : null,
        reason,
        version: version + 1,
        decidedBy: deciderId,
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
        actorId: deciderId,
        details: { roundId, outcome, reservePosition: decision.reservePosition, reason, version: decision.version },
        now,
      });
    }
  });
}
