type Graph = {
  size: number;
  /** What a seat costs with each juror, row-major by seat. */
  open: Float64Array;
  /** What it costs a juror to hand one seat on to another, at least. */
  price: Float64Array;
  /** Brings one price up to date. */
  reprice: (from: number, to: number) => void;
  /** What one more review of this juror costs the plan; Infinity at capacity. */
  nextReview: (juror: number) => number;
};

export type Search = {
  /** The juror whose load grows; undefined if everybody within reach is full. */
  last: number | undefined;
  /** Who hands on to each juror; -1 where the seat itself comes. */
  before: Int32Array;
  /** For a seat that finds nobody: the full jurors it could reach. */
  reached: number[];
};

/**
 * Shortest paths (Dijkstra with potentials) from an open seat over hand-overs to a juror with room. The potentials
 * live on from one search to the next and keep every reduced cost at or above zero.
 */
export function searchOf({ size, open, price, reprice, nextReview }: Graph) {
  const height = new Float64Array(size);
  const distance = new Float64Array(size);
  const before = new Int32Array(size);
  const isDone = new Uint8Array(size);
  let ground: number | undefined;

  return (seat: number): Search => {
    ground ??= lowest(size, nextReview);
    let start = Number.POSITIVE_INFINITY;
    for (let juror = 0; juror < size; juror++) {
      const away = (open[seat * size + juror] ?? 0) - (height[juror] ?? 0);
      distance[juror] = away;
      if (away < start) start = away;
    }
    before.fill(-1);
    isDone.fill(0);
    const reached: number[] = [];
    if (start === Number.POSITIVE_INFINITY) return { last: undefined, before, reached };
    let nearest = -1;
    for (let juror = 0; juror < size; juror++) {
      const away = (distance[juror] ?? 0) - start;
      distance[juror] = away;
      if (away === 0) nearest = juror;
    }

    let last: number | undefined;
    let shortest = Number.POSITIVE_INFINITY;
    while (nearest !== -1 && (distance[nearest] ?? 0) < shortest) {
      const from = nearest;
      isDone[from] = 1;
      reached.push(from);
      const lift = (distance[from] ?? 0) + (height[from] ?? 0);
      const end = lift + nextReview(from) - ground;
      if (end < shortest) [shortest, last] = [end, from];
      nearest = -1;
      let near = Number.POSITIVE_INFINITY;
      for (let to = 0; to < size; to++) {
        if (isDone[to] === 1) continue;
        let away = distance[to] ?? 0;
        const asked = lift - (height[to] ?? 0);
        if (asked + (price[from * size + to] ?? 0) < away) {
          reprice(from, to);
          const exact = asked + (price[from * size + to] ?? 0);
          if (exact < away) {
            away = exact;
            distance[to] = exact;
            before[to] = from;
          }
        }
        if (away < near) [near, nearest] = [away, to];
      }
    }
    if (last === undefined) return { last, before, reached };
    for (let juror = 0; juror < size; juror++)
      height[juror] = (height[juror] ?? 0) + Math.min(distance[juror] ?? 0, shortest);
    ground += shortest;
    return { last, before, reached };
  };
}

function lowest(size: number, nextReview: (juror: number) => number) {
  let least = Number.POSITIVE_INFINITY;
  for (let juror = 0; juror < size; juror++) least = Math.min(least, nextReview(juror));
  return least;
}
