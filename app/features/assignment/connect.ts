import type { Seats } from "./flow.ts";

type Swap = { from: number; to: number; given: number; got: number; loss: number };

const TRIES = 50;

/**
 * Ties separate panels together: two jurors of different panels swap one entry each, at the least loss of fit, until
 * every juror can be compared with every other or no swap is left. Loads stay as they are. `chosen` is changed in place;
 * `isMovable` says which
 * pairs may be touched, `budget` how much fit all swaps together may cost.
 */
export function connectPanels(
  { entry, cost }: Seats,
  chosen: number[][],
  {
    jurors,
    budget,
    isMovable,
  }: { jurors: number; budget: number; isMovable: (seat: number, juror: number) => boolean },
) {
  const readersOf = () => {
    const readers = new Map<number, number[]>();
    chosen.forEach((own, seat) => {
      const each = entry[seat] ?? 0;
      readers.set(each, [...(readers.get(each) ?? []), ...own]);
    });
    return readers;
  };
  let left = budget;
  for (let panels = panelsOf(readersOf().values(), jurors); panels.count > 1; ) {
    const swaps = swapsBetween(panels.of, readersOf()).slice(0, TRIES);
    const better = swaps.find((swap) => {
      if (swap.loss > left) return false;
      exchange(swap);
      if (panelsOf(readersOf().values(), jurors).count < panels.count) return true;
      exchange({ ...swap, given: swap.got, got: swap.given });
      return false;
    });
    if (!better) return;
    left -= better.loss;
    panels = panelsOf(readersOf().values(), jurors);
  }

  function exchange({ from, to, given, got }: Swap) {
    replace(chosen[given], from, to);
    replace(chosen[got], to, from);
  }

  /** The cheapest swap of every two jurors who belong to different panels, best first. */
  function swapsBetween(panelOf: readonly number[], readers: ReadonlyMap<number, readonly number[]>): Swap[] {
    const cheapest = new Map<number, { seat: number; loss: number }>();
    chosen.forEach((own, seat) => {
      if ((readers.get(entry[seat] ?? 0)?.length ?? 0) < 2) return;
      for (const from of own) {
        if (!isMovable(seat, from)) continue;
        for (let to = 0; to < jurors; to++) {
          if (panelOf[to] === panelOf[from] || panelOf[to] === -1) continue;
          const loss = (cost[seat * jurors + to] ?? 0) - (cost[seat * jurors + from] ?? 0);
          if (loss < (cheapest.get(from * jurors + to)?.loss ?? Number.POSITIVE_INFINITY))
            cheapest.set(from * jurors + to, { seat, loss });
        }
      }
    });
    return [...cheapest]
      .flatMap(([place, { seat, loss }]): Swap[] => {
        const [from, to] = [Math.floor(place / jurors), place % jurors];
        const back = from < to ? cheapest.get(to * jurors + from) : undefined;
        return back ? [{ from, to, given: seat, got: back.seat, loss: loss + back.loss }] : [];
      })
      .sort((one, other) => one.loss - other.loss || one.from - other.from || one.to - other.to);
  }
}

/** The panel of every juror (-1: reads nothing), and how many panels there are. */
function panelsOf(readers: Iterable<readonly number[]>, jurors: number) {
  const above = Array.from({ length: jurors }, () => -1);
  const top = (juror: number): number => {
    let at = juror;
    while ((above[at] ?? at) !== at) at = above[at] ?? at;
    above[juror] = at;
    return at;
  };
  for (const group of readers) {
    for (const juror of group) if (above[juror] === -1) above[juror] = juror;
    for (const juror of group) above[top(juror)] = top(group[0] ?? juror);
  }
  const of = above.map((parent, juror) => (parent === -1 ? -1 : top(juror)));
  return { of, count: new Set(of.filter((panel) => panel !== -1)).size };
}

function replace(list: number[] | undefined, old: number, value: number) {
  const index = list?.indexOf(old) ?? -1;
  if (list && index >= 0) list[index] = value;
}
