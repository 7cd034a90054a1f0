import type { Totals } from "./totals.ts";

/**
 * Which applications hang together through shared jurors: one number per application, in the order of appearance.
 * An application without a review is an island of its own and does not make the panel disconnected.
 */
export function islandsOf({ reviews, byEntry, byJuror }: Totals): { islands: number[]; panels: number } {
  const islands = byEntry.map(() => -1);
  const met = new Set<number>();
  let next = 0;
  let panels = 0;
  byEntry.forEach((own, start) => {
    if (islands[start] !== -1) return;
    const waiting = [start];
    islands[start] = next;
    for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop())
      for (const index of byEntry[entry] ?? []) {
        const juror = reviews[index]?.juror ?? -1;
        if (met.has(juror)) continue;
        met.add(juror);
        for (const own of byJuror[juror] ?? []) {
          const other = reviews[own]?.entry ?? entry;
          if (islands[other] !== -1) continue;
          islands[other] = next;
          waiting.push(other);
        }
      }
    next++;
    if (own.length > 0) panels++;
  });
  return { islands, panels };
}
