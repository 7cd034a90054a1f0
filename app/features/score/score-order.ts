import type { ScoreOrder } from "./forms.ts";
import { bandsOf } from "./summary.ts";

type Scored = { id: string; code: string | null; mean: number | null; spread: number | null; readings: number };

/**
 * Entries in an order worth reading: highest total first, widest spread first, fewest readings first, or by code. Those
 * without a number come last, and equal ones stand by their code, so that every page shows the same.
 */
export function orderScores<One extends Scored>(entries: readonly One[], order: ScoreOrder): One[] {
  const key = (entry: One): number => {
    if (order === "code") return 0;
    if (order === "readings") return entry.readings;
    return -((order === "mean" ? entry.mean : entry.spread) ?? -1);
  };
  const name = (entry: One) => entry.code ?? entry.id;
  return [...entries].sort((one, other) => key(one) - key(other) || (name(one) < name(other) ? -1 : 1));
}

const PAGE_SIZE = 100;

type Summary = Scored & { title: string; verdicts: Record<string, number>; totals: readonly number[] };

/** One page of scores, with the numbers of the whole: how many entries have as many readings as were wanted, the bands. */
export function pageOfScores(
  entries: readonly Summary[],
  { order, page, wanted }: { order: ScoreOrder; page: number; wanted: number },
) {
  const pages = Math.max(1, Math.ceil(entries.length / PAGE_SIZE));
  const shown = Math.min(page, pages);
  const means = entries.flatMap(({ mean }) => (mean === null ? [] : [mean]));
  return {
    entries: orderScores(entries, order)
      .slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE)
      .map(({ id, code, title, readings, mean, spread, verdicts }) => ({
        id,
        code,
        title,
        readings,
        mean,
        spread,
        verdicts,
      })),
    count: entries.length,
    covered: entries.filter(({ readings }) => readings >= Math.max(1, wanted)).length,
    readings: entries.reduce((sum, entry) => sum + entry.readings, 0),
    bands: bandsOf(means),
    page: shown,
    pages,
  };
}
