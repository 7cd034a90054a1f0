/** A criterion's weight in per cent of the total. */
type Weighted = { id: string; weight: number };

/**
 * The weighted total of one review on the scale 0–100, in hundredths (7350 = 73.50): each mark as its share of the
 * highest mark, weighted. Undefined while a criterion has no mark.
 * `marks` are hundredths of a mark by criterion id; `highest` is the top of the scale.
 */
export function totalOf(
  marks: ReadonlyMap<string, number>,
  criteria: readonly Weighted[],
  highest: number,
): number | undefined {
  let sum = 0;
  let weights = 0;
  for (const { id, weight } of criteria) {
    const mark = marks.get(id);
    if (mark === undefined) return undefined;
    sum += mark * weight;
    weights += weight;
  }
  return weights === 0 ? undefined : Math.round((sum * 100) / (weights * highest));
}
