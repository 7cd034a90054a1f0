import type { DecisionOutcome } from "./rules.ts";

type Decided = {
  id: string;
  code: string | null;
  title: string;
  outcome: DecisionOutcome | null;
  reservePosition: number | null;
  reason: string | null;
  version: number;
  readings: number;
  mean: number | null;
  spread: number | null;
};
type Query = { show: "all" | "undecided" | DecisionOutcome; top: number; page: number };

export const PAGE_SIZE = 100;

/** One page of a round's entries, best first, narrowed to one outcome or to the undecided; the first `top` of those ticked. */
export function pageOfDecisions(entries: readonly Decided[], { show, top, page }: Query) {
  const undecided = entries.filter(({ outcome }) => outcome === null);
  const ticked = new Set(undecided.slice(0, top).map(({ id }) => id));
  const rows = entries.filter(({ outcome }) => show === "all" || (outcome ?? "undecided") === show);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const shown = Math.min(page, pages);
  return {
    rows: rows.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE).map((row) => ({
      id: row.id,
      code: row.code,
      title: row.title,
      outcome: row.outcome,
      reservePosition: row.reservePosition,
      reason: row.reason ?? "",
      version: row.version,
      readings: row.readings,
      mean: row.mean,
      spread: row.spread,
      isTicked: ticked.has(row.id),
    })),
    show,
    top,
    page: shown,
    pages,
    counts: {
      all: entries.length,
      undecided: undecided.length,
      advance: entries.filter(({ outcome }) => outcome === "advance").length,
      reserve: entries.filter(({ outcome }) => outcome === "reserve").length,
      decline: entries.filter(({ outcome }) => outcome === "decline").length,
    },
  };
}
