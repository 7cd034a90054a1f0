import type { Criterion } from "#app/features/call/definition.ts";
import { totalOf } from "#app/features/review/total.ts";

/** One sent review as the scores see it. Marks are hundredths of a mark by criterion. */
export type SentReview = {
  applicationId: string;
  jurorId: string;
  verdict: string | null;
  marks: ReadonlyMap<string, number>;
};

export type EntrySummary = {
  applicationId: string;
  readings: number;
  /** Weighted totals in hundredths of a point, lowest first. */
  totals: number[];
  /** Their mean, in hundredths; null without a complete reading. */
  mean: number | null;
  /** Highest less lowest; null for fewer than two. */
  spread: number | null;
  verdicts: Record<string, number>;
  champions: number;
};

type Rubric = { criteria: readonly Criterion[]; highest: number };

/** What the sent reviews of a round say of each entry. Computed each time, never stored. */
export function summariseEntries(
  applicationIds: readonly string[],
  reviews: readonly SentReview[],
  { criteria, highest }: Rubric,
): EntrySummary[] {
  const byEntry = new Map<string, SentReview[]>(applicationIds.map((id) => [id, []]));
  for (const review of reviews) byEntry.get(review.applicationId)?.push(review);
  return [...byEntry].map(([applicationId, own]) => {
    const totals = own
      .flatMap(({ marks }) => totalOf(marks, criteria, highest) ?? [])
      .sort((one, other) => one - other);
    const verdicts: Record<string, number> = {};
    for (const { verdict } of own) if (verdict) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    const [lowest] = totals;
    const top = totals.at(-1);
    return {
      applicationId,
      readings: own.length,
      totals,
      mean: totals.length === 0 ? null : Math.round(totals.reduce((sum, total) => sum + total, 0) / totals.length),
      spread: lowest === undefined || top === undefined || totals.length < 2 ? null : top - lowest,
      verdicts,
      champions: verdicts.champion ?? 0,
    };
  });
}

/** How many of the totals fall into each band of ten points; the top belongs to the last band. */
export function bandsOf(totals: readonly number[]): number[] {
  const bands = Array.from({ length: 10 }, () => 0);
  for (const total of totals) {
    const band = Math.min(9, Math.max(0, Math.floor(total / 1000)));
    bands[band] = (bands[band] ?? 0) + 1;
  }
  return bands;
}

/** The middle of some numbers; null of none. */
export function medianOf(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The median time between a juror's sent reviews of one sitting, in minutes; breaks of more than two hours do not count. */
export function paceOf(sentAt: readonly string[]): number | null {
  const times = sentAt.map((moment) => Date.parse(moment)).sort((one, other) => one - other);
  const gaps = times.slice(1).map((time, index) => (time - (times[index] ?? time)) / 60_000);
  const median = medianOf(gaps.filter((gap) => gap > 0 && gap <= 120));
  return median === null ? null : Math.round(median);
}
