import { normalShare } from "./numeric.ts";

export type Estimate = { score: number; sd: number };

/**
 * The chance of each application to be in the true top `places`, and the score at which that line lies: the point
 * above which the chances add up to the places.
 */
export function chancesOf(estimates: readonly Estimate[], places: number): { line: number | null; chances: number[] } {
  if (places >= estimates.length) return { line: null, chances: estimates.map(() => 1) };
  if (places <= 0) return { line: null, chances: estimates.map(() => 0) };
  let low = Math.min(...estimates.map(({ score, sd }) => score - 40 * sd));
  let high = Math.max(...estimates.map(({ score, sd }) => score + 40 * sd));
  for (let step = 0; step < 200 && high - low > 1e-11; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    let sum = 0;
    for (const estimate of estimates) sum += chanceAbove(middle, estimate);
    if (sum > places) low = middle;
    else high = middle;
  }
  const line = (low + high) / 2;
  return { line, chances: estimates.map((estimate) => chanceAbove(line, estimate)) };
}

function chanceAbove(line: number, { score, sd }: Estimate) {
  if (sd > 0) return normalShare((score - line) / sd);
  return score > line ? 1 : 0;
}
