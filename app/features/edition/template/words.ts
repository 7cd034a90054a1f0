import type { Criterion, Text } from "#app/features/call/definition.ts";

/** The small notation the template is written in. */

export const MIB = 1024 * 1024;

/** A text in both languages, Chinese first. */
export function both(zh: string, en: string): Text {
  return { zh, en };
}

/** Options by id, each with its two labels, in the order in which they are offered. */
export function choices(labels: Record<string, readonly [zh: string, en: string]>): { id: string; label: Text }[] {
  return Object.entries(labels).map(([id, [zh, en]]) => ({ id, label: both(zh, en) }));
}

/** A criterion before it has a weight: its name and what a high, a middle and a low mark mean. */
export type Wording = Omit<Criterion, "id" | "weight">;

/** The sheet jurors fill: criteria with their weights in per cent, in order. */
export function rubric<Id extends string>(
  wordings: Record<Id, Wording>,
  weights: { [Key in NoInfer<Id>]?: number },
): Criterion[] {
  return (Object.entries(weights) as [Id, number][]).map(([id, weight]) => ({ id, ...wordings[id], weight }));
}
