import { searchOf } from "./hand-over.ts";

/**
 * A seat: reviews of one kind that one entry wants. `cost` is per seat and juror, row-major, in
 * whole numbers, so that equal paths are exactly equal and searches end early; Infinity forbids.
 */
export type Seats = { entry: Int32Array; wanted: Int32Array; cost: Float64Array };
export type Load = { least: number; most: number };

export type Flow = {
  /** The jurors of each seat. */
  chosen: number[][];
  /** Reviews that found nobody, with the jurors who could be asked (directly or by handing work on) and are full. */
  unplaced: { seat: number; missing: number; full: number[] }[];
};

const BELOW_LEAST = 1e11;

/**
 * The cheapest way to fill as many seats as can be filled, exactly: successive shortest paths on the graph of jurors,
 * where the arc from one juror to another costs their cheapest hand-over of one seat. Jurors are few, so this stays
 * small however many entries there are. `phases` are filled one after the other; `taken` holds, per seat, jurors who
 * stay whatever happens. Exact where no juror may fill two seats of one entry; else a juror is simply never asked twice.
 */
export function cheapestFlow(
  seats: Seats,
  {
    loads,
    balance,
    phases,
    taken,
  }: {
    loads: readonly Load[];
    balance: number;
    phases: readonly (readonly number[])[];
    taken: readonly (readonly number[])[];
  },
): Flow {
  const panel = panelOf(seats, loads, balance);
  taken.forEach((jurors, seat) => {
    for (const juror of jurors) panel.settle(seat, juror);
  });
  const missing = Array.from(seats.wanted, (wanted, seat) => Math.max(0, wanted - (taken[seat]?.length ?? 0)));
  const unplaced = new Map<number, { seat: number; missing: number; full: number[] }>();
  const rounds = Math.max(0, ...missing);
  // Round by round, so that where jurors are too few no entry is left with nothing while others have everything.
  for (const phase of phases)
    for (let round = 1; round <= rounds; round++)
      for (const seat of phase) {
        if ((missing[seat] ?? 0) < round) continue;
        const known = unplaced.get(seat);
        const full = known ? undefined : panel.place(seat);
        if (known) known.missing++;
        else if (full) unplaced.set(seat, { seat, missing: 1, full });
      }
  return { chosen: panel.chosen, unplaced: [...unplaced.values()].sort((one, other) => one.seat - other.seat) };
}

/** The jurors with what each holds, and what it costs each to hand one seat on to each other. */
function panelOf({ entry, cost }: Seats, loads: readonly Load[], balance: number) {
  const size = loads.length;
  const pile: number[][] = loads.map(() => []);
  const load = new Int32Array(size);
  const chosen: number[][] = Array.from(entry, () => []);
  const siblings = siblingsOf(entry);
  // Costs with what is held already forbidden: nobody reads an entry twice.
  const open = Float64Array.from(cost);
  // The price of a hand-over may be out of date, but never too high; `via` is then -1 until somebody needs to know.
  const price = new Float64Array(size * size).fill(Number.POSITIVE_INFINITY);
  const via = new Int32Array(size * size).fill(-1);
  const search = searchOf({ size, open, price, reprice, nextReview });

  function nextReview(juror: number) {
    const { least, most } = loads[juror] ?? { least: 0, most: 0 };
    const now = load[juror] ?? 0;
    if (now >= most) return Number.POSITIVE_INFINITY;
    return (now < least ? -BELOW_LEAST : 0) + (2 * now + 1) * balance;
  }

  function offer(from: number, to: number, seat: number) {
    const place = from * size + to;
    const asked = (open[seat * size + to] ?? 0) - (cost[seat * size + from] ?? 0);
    if (asked >= (price[place] ?? 0)) return;
    price[place] = asked;
    via[place] = seat;
  }

  function reprice(from: number, to: number) {
    const place = from * size + to;
    if (via[place] !== -1) return;
    price[place] = Number.POSITIVE_INFINITY;
    for (const seat of pile[from] ?? []) offer(from, to, seat);
  }

  function take(seat: number, juror: number) {
    for (const held of siblings(seat)) {
      open[held * size + juror] = Number.POSITIVE_INFINITY;
      for (const holder of chosen[held] ?? []) if (via[holder * size + juror] === held) via[holder * size + juror] = -1;
    }
    chosen[seat]?.push(juror);
    pile[juror]?.push(seat);
    for (let to = 0; to < size; to++) offer(juror, to, seat);
  }

  function drop(seat: number, juror: number) {
    remove(chosen[seat], juror);
    remove(pile[juror], seat);
    for (let place = juror * size; place < (juror + 1) * size; place++) if (via[place] === seat) via[place] = -1;
    for (const held of siblings(seat)) {
      open[held * size + juror] = cost[held * size + juror] ?? 0;
      for (const holder of chosen[held] ?? []) if (pile[holder]?.includes(held)) offer(holder, juror, held);
    }
  }

  /** Fills one place of a seat; answers the full jurors in the way if that cannot be done. */
  function place(seat: number): number[] | undefined {
    const { last, before, reached } = search(seat);
    if (last === undefined) return reached;
    const moves: { handed: number; from: number; to: number }[] = [];
    let first = last;
    for (let from = before[first] ?? -1; from !== -1; [first, from] = [from, before[from] ?? -1])
      moves.push({ handed: via[from * size + first] ?? 0, from, to: first });
    for (const { handed, from, to } of moves) {
      drop(handed, from);
      take(handed, to);
    }
    take(seat, first);
    load[last] = (load[last] ?? 0) + 1;
    return undefined;
  }

  function settle(seat: number, juror: number) {
    for (const held of siblings(seat)) open[held * size + juror] = Number.POSITIVE_INFINITY;
    chosen[seat]?.push(juror);
    load[juror] = (load[juror] ?? 0) + 1;
  }

  return { chosen, place, settle };
}

/** The seats of one entry, for every seat. */
function siblingsOf(entry: Int32Array) {
  const seats = new Map<number, number[]>();
  entry.forEach((each, seat) => {
    seats.set(each, [...(seats.get(each) ?? []), seat]);
  });
  return (seat: number) => seats.get(entry[seat] ?? -1) ?? [];
}

function remove(list: number[] | undefined, value: number) {
  const index = list?.indexOf(value) ?? -1;
  if (list && index >= 0) list.splice(index, 1);
}
