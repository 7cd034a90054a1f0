/** A seat: reviews of one kind that one entry wants. `cost` is per seat and juror, row-major; Infinity forbids. */
export type Seats = { entry: Int32Array; wanted: Int32Array; cost: Float64Array };
export type Load = { least: number; most: number };

export type Flow = {
  /** The jurors of each seat. */
  chosen: number[][];
  /** Reviews that found nobody, with the jurors who could be asked (directly or by handing work on) and are full. */
  unplaced: { seat: number; missing: number; full: number[] }[];
};

const BELOW_LEAST = 1e4;

/**
 * The cheapest way to fill as many seats as can be filled, exactly: successive shortest paths on the graph of jurors,
 * where the arc from one juror to another costs their cheapest hand-over of one seat. Jurors are few, so this stays
 * small however many entries there are. `taken` holds, per seat, jurors who stay whatever happens.
 */
export function cheapestFlow(
  seats: Seats,
  {
    loads,
    balance,
    order,
    taken,
  }: { loads: readonly Load[]; balance: number; order: readonly number[]; taken: readonly (readonly number[])[] },
): Flow {
  const panel = panelOf(seats, loads, balance);
  taken.forEach((jurors, seat) => {
    for (const juror of jurors) panel.settle(seat, juror);
  });
  const missing = Array.from(seats.wanted, (wanted, seat) => Math.max(0, wanted - (taken[seat]?.length ?? 0)));
  const unplaced = new Map<number, { seat: number; missing: number; full: number[] }>();
  // Round by round, so that where jurors are too few no entry is left with nothing while others have everything.
  const rounds = Math.max(0, ...missing);
  for (let round = 1; round <= rounds; round++)
    for (const seat of order) {
      if ((missing[seat] ?? 0) < round) continue;
      const full = unplaced.has(seat) ? [] : panel.place(seat);
      const known = unplaced.get(seat);
      if (known) known.missing++;
      else if (full) unplaced.set(seat, { seat, missing: 1, full });
    }
  return { chosen: panel.chosen, unplaced: [...unplaced.values()].sort((one, other) => one.seat - other.seat) };
}

/** The jurors with what each holds, and what it costs each to hand one seat on to each other. */
function panelOf({ entry, cost }: Seats, loads: readonly Load[], balance: number) {
  const size = loads.length;
  const entries = entry.reduce((most, each) => Math.max(most, each + 1), 0);
  const holds = new Uint8Array(entries * size);
  const pile: number[][] = loads.map(() => []);
  const load = new Int32Array(size);
  const chosen: number[][] = Array.from(entry, () => []);
  const seatsOf: number[][] = Array.from({ length: entries }, () => []);
  entry.forEach((each, seat) => {
    seatsOf[each]?.push(seat);
  });
  const price = new Float64Array(size * size).fill(Number.POSITIVE_INFINITY);
  const via = new Int32Array(size * size).fill(-1);
  const height = new Float64Array(size);
  const distance = new Float64Array(size);
  const before = new Int32Array(size);
  const isDone = new Uint8Array(size);
  let ground = Number.POSITIVE_INFINITY;

  const at = (array: Float64Array | Int32Array | Uint8Array, index: number) => array[index] ?? 0;
  const costOf = (seat: number, juror: number) =>
    at(holds, at(entry, seat) * size + juror) ? Number.POSITIVE_INFINITY : at(cost, seat * size + juror);
  const nextReview = (juror: number) => {
    const { least, most } = loads[juror] ?? { least: 0, most: 0 };
    const now = at(load, juror);
    if (now >= most) return Number.POSITIVE_INFINITY;
    return (now < least ? -BELOW_LEAST : 0) + (2 * now + 1) * balance;
  };

  const offer = (from: number, to: number, seat: number) => {
    const place = from * size + to;
    const asked = costOf(seat, to) - at(cost, seat * size + from);
    if (asked >= at(price, place)) return;
    price[place] = asked;
    via[place] = seat;
  };
  const reprice = (from: number, to: number) => {
    price[from * size + to] = Number.POSITIVE_INFINITY;
    via[from * size + to] = -1;
    for (const seat of pile[from] ?? []) offer(from, to, seat);
  };
  /** Everybody else who holds this entry, with the seat they hold it for. */
  const others = (seat: number, juror: number, act: (holder: number, held: number) => void) => {
    for (const held of seatsOf[at(entry, seat)] ?? [])
      for (const holder of chosen[held] ?? []) if (holder !== juror) act(holder, held);
  };
  const take = (seat: number, juror: number) => {
    holds[at(entry, seat) * size + juror] = 1;
    chosen[seat]?.push(juror);
    pile[juror]?.push(seat);
    for (let to = 0; to < size; to++) if (to !== juror) offer(juror, to, seat);
    others(seat, juror, (holder, held) => {
      if (at(via, holder * size + juror) === held) reprice(holder, juror);
    });
  };
  const drop = (seat: number, juror: number) => {
    holds[at(entry, seat) * size + juror] = 0;
    remove(chosen[seat], juror);
    remove(pile[juror], seat);
    for (let to = 0; to < size; to++) if (at(via, juror * size + to) === seat) reprice(juror, to);
    others(seat, juror, (holder, held) => {
      if (pile[holder]?.includes(held)) offer(holder, juror, held);
    });
  };

  /** Dijkstra from an open seat to the cheapest juror with room. Answers that juror, or undefined. */
  const search = (seat: number) => {
    let start = Number.POSITIVE_INFINITY;
    for (let juror = 0; juror < size; juror++) {
      distance[juror] = costOf(seat, juror) - at(height, juror);
      start = Math.min(start, at(distance, juror));
      before[juror] = -1;
      isDone[juror] = 0;
    }
    if (start === Number.POSITIVE_INFINITY) return undefined;
    for (let juror = 0; juror < size; juror++) distance[juror] = at(distance, juror) - start;
    let last: number | undefined;
    let shortest = Number.POSITIVE_INFINITY;
    for (;;) {
      let nearest = -1;
      let near = shortest;
      for (let juror = 0; juror < size; juror++)
        if (!at(isDone, juror) && at(distance, juror) < near) [nearest, near] = [juror, at(distance, juror)];
      if (nearest === -1) break;
      isDone[nearest] = 1;
      const end = near + nextReview(nearest) + at(height, nearest) - ground;
      if (end < shortest) [shortest, last] = [end, nearest];
      const lift = near + at(height, nearest);
      for (let to = 0; to < size; to++) {
        if (at(isDone, to)) continue;
        const reached = lift + at(price, nearest * size + to) - at(height, to);
        if (reached >= at(distance, to)) continue;
        distance[to] = reached;
        before[to] = nearest;
      }
    }
    if (last === undefined) return undefined;
    for (let juror = 0; juror < size; juror++)
      height[juror] = at(height, juror) + Math.min(at(distance, juror), shortest);
    ground += shortest;
    return last;
  };

  /** Fills one place of a seat; answers the full jurors in the way if that cannot be done. */
  const place = (seat: number): number[] | undefined => {
    if (ground === Number.POSITIVE_INFINITY) for (let j = 0; j < size; j++) ground = Math.min(ground, nextReview(j));
    const last = search(seat);
    if (last === undefined) return Array.from(isDone.keys()).filter((juror) => at(isDone, juror) === 1);
    const moves: { seat: number; from: number; to: number }[] = [];
    let to = last;
    for (let from = at(before, to); from !== -1; [to, from] = [from, at(before, from)])
      moves.push({ seat: at(via, from * size + to), from, to });
    for (const move of moves) {
      drop(move.seat, move.from);
      take(move.seat, move.to);
    }
    take(seat, to);
    load[last] = at(load, last) + 1;
    return undefined;
  };

  const settle = (seat: number, juror: number) => {
    holds[at(entry, seat) * size + juror] = 1;
    chosen[seat]?.push(juror);
    load[juror] = at(load, juror) + 1;
  };

  return { chosen, place, settle };
}

function remove(list: number[] | undefined, value: number) {
  const index = list?.indexOf(value) ?? -1;
  if (list && index >= 0) list.splice(index, 1);
}
