import type { MatchPlan } from "./matching.ts";

type Juror = { jurorId: string; name: string; assigned: number; leftAt: string | null };
type Entry = { id: string; code: string | null; title: string };
type Named = { plan: MatchPlan; jurors: readonly Juror[]; entries: readonly Entry[] };

/** How many entries, new pairs and shortages a preview names one by one; their number is always told. */
const SHOWN = 100;

/**
 * A plan in words for its preview: what it adds and takes back, each juror's pile before and after, what it cannot
 * fill and why. Of entries the reader is tied to (not in `entries`) it says nothing.
 */
export function planView({ plan, jurors, entries }: Named) {
  const entryById = new Map(entries.map((entry) => [entry.id, entry]));
  const jurorById = new Map(jurors.map((juror) => [juror.jurorId, juror]));
  const visible = plan.pairs.filter(({ entryId }) => entryById.has(entryId));
  const fresh = visible.filter(({ isNew }) => isNew);
  const released = plan.released.filter(({ entryId }) => entryById.has(entryId));
  const name = ({ entryId, jurorId }: { entryId: string; jurorId: string }) => ({
    entry: entryById.get(entryId)?.title || entryById.get(entryId)?.code || "",
    code: entryById.get(entryId)?.code ?? null,
    juror: jurorById.get(jurorId)?.name ?? "",
  });
  const pairs = new Map<string, { entry: string; code: string | null; jurors: string[] }>();
  for (const pair of fresh) {
    const { juror, ...entry } = name(pair);
    const own = pairs.get(pair.entryId) ?? { ...entry, jurors: [] };
    own.jurors.push(juror);
    pairs.set(pair.entryId, own);
  }
  const short = plan.shortages.flatMap((shortage) => {
    if (shortage.of === "juror") return [];
    const entry = entryById.get(shortage.entryId);
    if (!entry) return [];
    const { missing, cause, eligible, barred } = shortage;
    return [
      { title: entry.title || entry.code || "", code: entry.code, missing, cause, eligible, barred: barred.conflict },
    ];
  });
  return {
    isFeasible: plan.isFeasible,
    added: fresh.length,
    released: released.map(name).slice(0, SHOWN),
    releasedCount: released.length,
    pairs: [...pairs.values()].slice(0, SHOWN),
    pairsCount: pairs.size,
    short: short.slice(0, SHOWN),
    shortCount: short.length,
    loads: jurors
      .filter(({ leftAt }) => !leftAt)
      .map(({ jurorId, name: juror, assigned }) => ({
        juror,
        before: assigned,
        after: visible.filter((pair) => pair.jurorId === jurorId).length,
      })),
  };
}

export type PlanView = ReturnType<typeof planView>;
