import { meanOf, varianceOf } from "./numeric.ts";
import type { Totals } from "./totals.ts";

/** The plain methods other platforms use: a score and nothing about its certainty. */
export type PlainMethod = "mean" | "median" | "trimmed" | "zscore";

/** One score per application; null where nobody reviewed it. */
export function plainScores(totals: Totals, method: PlainMethod): (number | null)[] {
  const values = method === "zscore" ? standardised(totals) : totals.reviews.map(({ total }) => total);
  const aggregate = { mean: meanOf, zscore: meanOf, median: medianOf, trimmed: trimmedMeanOf }[method];
  return totals.byEntry.map((own) => (own.length === 0 ? null : aggregate(own.map((index) => values[index] ?? 0))));
}

/** Each total as its distance from its juror's mean in that juror's deviations, put back on the round's scale. */
function standardised({ reviews, byJuror }: Totals) {
  const totals = reviews.map(({ total }) => total);
  if (totals.length === 0) return [];
  const scale = byJuror.map((own) => {
    const given = own.map((index) => totals[index] ?? 0);
    return { mean: meanOf(given), deviation: Math.sqrt(varianceOf(given)) };
  });
  const mean = meanOf(totals);
  const deviation = Math.sqrt(varianceOf(totals));
  return reviews.map(({ juror, total }) => {
    const own = scale[juror];
    // A juror who gave one and the same total to everything has told nothing apart.
    return own && own.deviation > 1e-9 ? mean + (deviation * (total - own.mean)) / own.deviation : mean;
  });
}

function medianOf(values: readonly number[]) {
  const sorted = [...values].sort((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  return meanOf(sorted.slice(sorted.length % 2 === 1 ? half : half - 1, half + 1));
}

/** Without the best and the worst, where at least two reviews remain to be averaged. */
function trimmedMeanOf(values: readonly number[]) {
  if (values.length < 4) return meanOf(values);
  return meanOf([...values].sort((one, other) => one - other).slice(1, -1));
}
