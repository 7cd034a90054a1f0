import type { RoundPlan, Scale } from "#app/features/call/definition.ts";
import { findHiddenSide } from "#app/features/conflict/queries.server.ts";
import { listDecisions } from "#app/features/decision/queries.server.ts";
import type { Db } from "#db/database.server.ts";
import { listSentReviews, listUnsentOfJuror } from "./queries.server.ts";
import { summariseEntries } from "./summary.ts";

type Asked = {
  callId: string;
  round: { id: string };
  plan: Pick<RoundPlan, "criteria">;
  scale: Pick<Scale, "max">;
  personId: string;
};

/**
 * The entries of a round with what its sent reviews say, as one organiser or chair may see them. Null for somebody with
 * an entry in the call; entries the reader is tied to, or owes a review of, are left out of every number.
 */
export async function readScores(db: Db, { callId, round, plan, scale, personId }: Asked) {
  const hidden = await findHiddenSide(db, { personId, callId });
  if (hidden.isEntrant) return null;
  const unsent = await listUnsentOfJuror(db, { roundId: round.id, jurorId: personId });
  const hiddenIds = [...new Set([...hidden.applicationIds, ...unsent])];
  const rows = await listDecisions(db, { roundId: round.id, hiddenIds });
  const reviews = await listSentReviews(db, { roundId: round.id, hiddenIds });
  const summaries = summariseEntries(
    rows.map(({ id }) => id),
    reviews,
    { criteria: plan.criteria, highest: scale.max },
  );
  const byEntry = new Map(summaries.map((summary) => [summary.applicationId, summary]));
  return rows.flatMap((row) => {
    const summary = byEntry.get(row.id);
    if (!summary) return [];
    const { readings, mean, spread, verdicts, totals } = summary;
    return [{ ...row, version: row.version ?? 0, readings, mean, spread, verdicts, totals }];
  });
}

export type ScoredEntry = NonNullable<Awaited<ReturnType<typeof readScores>>>[number];
