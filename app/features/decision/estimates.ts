import { plainScores } from "./aggregate.ts";
import { meritOf } from "./merit.ts";
import { overlapOf, severityWithin } from "./severity.ts";
import type { Totals } from "./totals.ts";
import { twoWayOf } from "./two-way.ts";

export const rankingMethods = ["within", "full", "mean", "median", "trimmed", "zscore"] as const;
export type RankingMethod = (typeof rankingMethods)[number];

export type Estimate = { score: number | null; sd: number | null; correction: number | null };
export type Estimates = {
  /** What was really computed: "raw" where nothing can be estimated, "none" where nothing differs. */
  method: RankingMethod | "raw" | "none";
  entries: readonly Estimate[];
  jurors: readonly { leniency: number; sd: number | null }[];
  /** Standard deviations of merit, leniency and noise. */
  deviation: { merit: number; leniency: number; noise: number } | null;
};

/** Scores by the method asked for, or by the raw mean where the round gives that method nothing to learn from. */
export function estimatesOf(totals: Totals, method: RankingMethod): Estimates {
  const noJuror = totals.jurorIds.map(() => ({ leniency: 0, sd: null }));
  if (method !== "within" && method !== "full") {
    const entries = plainScores(totals, method).map(plainly);
    return { method, entries, jurors: noJuror, deviation: null };
  }
  if (isFlat(totals)) {
    const level = totals.reviews[0]?.total ?? 0;
    return {
      method: "none",
      entries: totals.entryIds.map(() => ({ score: level, sd: 0, correction: null })),
      jurors: totals.jurorIds.map(() => ({ leniency: 0, sd: 0 })),
      deviation: { merit: 0, leniency: 0, noise: 0 },
    };
  }
  if (totals.jurorIds.length < 2 || overlapOf(totals) < 1)
    return { method: "raw", entries: plainScores(totals, "mean").map(plainly), jurors: noJuror, deviation: null };

  const { severity, merit } = method === "full" ? twoWayOf(totals) : within(totals);
  return {
    method,
    entries: merit.entries,
    jurors: severity.leniency.map((leniency, juror) => ({ leniency, sd: severity.sd[juror] ?? null })),
    deviation: { merit: merit.spread, leniency: severity.spread, noise: severity.noise },
  };
}

function within(totals: Totals) {
  const severity = severityWithin(totals);
  return { severity, merit: meritOf(totals, severity) };
}

function plainly(score: number | null): Estimate {
  return { score, sd: null, correction: null };
}

function isFlat({ reviews }: Totals) {
  const first = reviews[0]?.total;
  return first !== undefined && reviews.every(({ total }) => Math.abs(total - first) < 1e-9);
}
