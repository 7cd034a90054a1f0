import { plainScores } from "./aggregate.ts";
import { type Estimate, type Estimates, estimatesOf, type RankingMethod } from "./estimates.ts";
import { chancesOf } from "./line.ts";
import { meanOf } from "./numeric.ts";
import { islandsOf } from "./panel-graph.ts";
import { overlapOf } from "./severity.ts";
import { byCode, type Criterion, type JurorReview, type Totals, totalsOf } from "./totals.ts";

/** What a reader must know before trusting the numbers. */
export type RankingWarning =
  | "no-reviews"
  | "unreviewed"
  | "single-review"
  | "one-juror"
  | "disconnected"
  | "few-overlaps"
  | "no-variation"
  | "uncertainty-not-estimable";

export type RankedApplication = {
  id: string;
  reviews: number;
  /** Mean of the weighted totals; null without a review. */
  raw: number | null;
  /** Points given back or taken away because of who read it; null where leniency was not estimated. */
  correction: number | null;
  score: number | null;
  sd: number | null;
  low: number | null;
  high: number | null;
  rank: number;
  /** Chance to belong to the true top `places`. */
  chance: number | null;
  island: number;
};

export type RankedJuror = { id: string; reviews: number; leniency: number; sd: number | null };

export type Ranking = {
  reviews: number;
  overlap: number;
  method: Estimates["method"];
  panels: number;
  warnings: RankingWarning[];
  deviation: Estimates["deviation"];
  /** In the order of their ids. */
  applications: RankedApplication[];
  jurors: RankedJuror[];
  cut: {
    places: number;
    line: number | null;
    expectedRight: number | null;
    expectedWrong: number | null;
    certainty: number | null;
    undecided: string[] | null;
  };
};

export type Competition = {
  criteria: readonly Criterion[];
  applicationIds: readonly string[];
  reviews: readonly JurorReview[];
  places: number;
};

const HALF_WIDTH_90 = 1.6448536269514722;
const FEW_OVERLAPS = 10;

/**
 * Ranks a round. «within» (the default) compares jurors only where they read the same application, takes their
 * leniency out, and says how sure it is; the plain methods give an order and nothing more.
 */
export function rankApplications(competition: Competition, method: RankingMethod = "within"): Ranking {
  const totals = totalsOf(competition.reviews, competition);
  const estimates = estimatesOf(totals, method);
  const raws = plainScores(totals, "mean");
  const order = orderOf(totals, { entries: estimates.entries, raws });
  const rankOf = new Map(order.map((entry, place) => [entry, place + 1]));
  const cut = cutOf(estimates.entries, { order, places: competition.places });
  const { islands, panels } = islandsOf(totals);

  const ranked = totals.entryIds.map((id, entry): RankedApplication => {
    const { score = null, sd = null, correction = null } = estimates.entries[entry] ?? {};
    const margin = sd === null ? null : HALF_WIDTH_90 * sd;
    return {
      id,
      reviews: totals.byEntry[entry]?.length ?? 0,
      raw: raws[entry] ?? null,
      correction,
      score,
      sd,
      low: score === null || margin === null ? null : score - margin,
      high: score === null || margin === null ? null : score + margin,
      rank: rankOf.get(entry) ?? 0,
      chance: cut.chances?.[entry] ?? null,
      island: islands[entry] ?? 0,
    };
  });
  const undecided = cut.chances && order.filter((entry) => isOpen(cut.chances?.[entry])).map((entry) => ranked[entry]);
  return {
    reviews: totals.reviews.length,
    overlap: overlapOf(totals),
    method: estimates.method,
    panels,
    warnings: warningsOf(totals, { method: estimates.method, panels }),
    deviation: estimates.deviation,
    applications: ranked,
    jurors: totals.jurorIds.map((id, juror) => ({
      id,
      reviews: totals.byJuror[juror]?.length ?? 0,
      leniency: estimates.jurors[juror]?.leniency ?? 0,
      sd: estimates.jurors[juror]?.sd ?? null,
    })),
    cut: {
      places: competition.places,
      line: cut.line,
      expectedRight: cut.expectedRight,
      expectedWrong: cut.expectedRight === null ? null : cut.seats - cut.expectedRight,
      certainty: cut.expectedRight === null || cut.seats === 0 ? null : cut.expectedRight / cut.seats,
      undecided: undecided?.flatMap((entry) => entry?.id ?? []) ?? null,
    },
  };
}

/** Score, then raw mean, then more reviews, then id; an application without a score comes last. */
function orderOf(
  totals: Totals,
  { entries, raws }: { entries: readonly Estimate[]; raws: readonly (number | null)[] },
) {
  const height = (value: number | null | undefined) => Math.round((value ?? -1e6) * 1e9);
  const keys = totals.entryIds.map((id, entry) => ({
    entry,
    id,
    score: height(entries[entry]?.score),
    raw: height(raws[entry]),
    reviews: totals.byEntry[entry]?.length ?? 0,
  }));
  return keys
    .sort(
      (one, other) =>
        other.score - one.score || other.raw - one.raw || other.reviews - one.reviews || byCode(one.id, other.id),
    )
    .map(({ entry }) => entry);
}

function cutOf(entries: readonly Estimate[], { order, places }: { order: readonly number[]; places: number }) {
  const seats = Math.min(places, entries.length);
  const known = entries.flatMap(({ score, sd }) => (score === null || sd === null ? [] : [{ score, sd }]));
  if (known.length < entries.length || known.length === 0)
    return { seats, line: null, chances: null, expectedRight: null };
  const same = known.every(({ sd }) => sd === 0);
  const { line, chances } = same
    ? { line: meanOf(known.map(({ score }) => score)), chances: known.map(() => seats / known.length) }
    : chancesOf(known, places);
  const expectedRight = order.slice(0, seats).reduce((sum, entry) => sum + (chances[entry] ?? 0), 0);
  return { seats, line, chances, expectedRight };
}

function isOpen(chance: number | undefined) {
  return chance !== undefined && chance > 0.1 && chance < 0.9;
}

function warningsOf(totals: Totals, { method, panels }: { method: Ranking["method"]; panels: number }) {
  const warnings: RankingWarning[] = [];
  const overlap = overlapOf(totals);
  if (totals.reviews.length === 0) return ["no-reviews" as const];
  if (totals.byEntry.some((own) => own.length === 0)) warnings.push("unreviewed");
  if (totals.byEntry.some((own) => own.length === 1)) warnings.push("single-review");
  if (totals.jurorIds.length === 1) warnings.push("one-juror");
  if (panels > 1) warnings.push("disconnected");
  if (overlap >= 1 && overlap < FEW_OVERLAPS && method !== "none") warnings.push("few-overlaps");
  if (method === "none") warnings.push("no-variation");
  if (method === "raw") warnings.push("uncertainty-not-estimable");
  return warnings;
}
