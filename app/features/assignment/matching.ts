import { connectPanels } from "./connect.ts";
import { cheapestFlow, type Seats } from "./flow.ts";
import { type Pair, type PanelShape, shapeOf } from "./panel-shape.ts";
import { affinityOf, barTo, lotOf, type MatchEntry, type MatchJuror } from "./reading-rules.ts";
import { type Seat, type Shortage, type Suit, shortEntries, shortJurors } from "./shortage.ts";

export type MatchRequest = {
  entries: readonly MatchEntry[];
  jurors: readonly MatchJuror[];
  reviewsPerEntry: number;
  /** How many of an entry's reviews come from each kind of juror; what it leaves open anybody may fill. */
  mix?: Readonly<Record<string, number>>;
  /** What stands already. A fixed one (its review has begun) stays; the others stay wherever the rules allow. */
  standing?: readonly (Pair & { isFixed: boolean })[];
  /** The same seed gives the same plan; another breaks ties another way. */
  seed: number;
  /** How much even loads count against fit. */
  balance?: number;
  /** How much of the fit may be given up, as a share of it, to tie separate panels together; all of it by default. */
  tieLoss?: number;
  /** Fit from elsewhere, 0 to 1; null forbids the pair. */
  affinity?: (entryId: string, jurorId: string) => number | null;
};

export type PlannedPair = Pair & { affinity: number; isNew: boolean };

export type MatchPlan = {
  isFeasible: boolean;
  pairs: PlannedPair[];
  /** Standing pairs that the plan gives up. */
  released: Pair[];
  shortages: Shortage[];
  metrics: PanelShape & {
    wanted: number;
    placed: number;
    affinity: number;
    meanAffinity: number;
    leastAffinity: number;
    loads: { jurorId: string; reviews: number }[];
    leastLoad: number;
    mostLoad: number;
  };
};

/** Costs are whole numbers: a fit of 1 is worth this much. */
const SCALE = 1e7;
const KEEP = 10 * SCALE;
const LOTS = 8;

/**
 * Plans who reads what: as many reviews as the rules allow, jurors' minimum loads, what stands already, the best fit,
 * even loads, in this order. Exact, the same for the same seed, whatever the order of the lists. A plan that falls
 * apart into panels is tied together by the cheapest swaps: jurors who share nothing cannot be compared.
 */
export function planAssignments(request: MatchRequest): MatchPlan {
  const { seed, standing = [], balance = 1e-4, tieLoss = 1 } = request;
  const jurors = [...request.jurors].sort(byId);
  const entries = [...request.entries].sort(byId);
  const seats = entries.flatMap((entry) => seatsOf(entry, request));
  const suit = fitOf(request);
  const kept = new Map(standing.map((pair) => [keyOf(pair), pair.isFixed]));

  const cost = new Float64Array(seats.length * jurors.length);
  const taken: number[][] = seats.map(() => []);
  const used = new Set<string>();
  seats.forEach(({ entry, kind, wanted }, seat) => {
    jurors.forEach((juror, place) => {
      const pair = { entryId: entry.id, jurorId: juror.id };
      const affinity = suit(entry, juror, kind);
      const isFixed = kept.get(keyOf(pair));
      cost[seat * jurors.length + place] =
        typeof affinity === "number"
          ? -Math.round(affinity * SCALE) -
            (isFixed === undefined ? 0 : KEEP) -
            Math.floor(lotOf(seed, entry.id, juror.id) * LOTS)
          : Number.POSITIVE_INFINITY;
      const own = taken[seat];
      if (!isFixed || typeof affinity !== "number" || !own || used.has(keyOf(pair))) return;
      if (own.length >= wanted && kind !== null) return;
      own.push(place);
      used.add(keyOf(pair));
    });
  });

  const entryAt = new Map(entries.map(({ id }, index) => [id, index]));
  const table: Seats = {
    entry: Int32Array.from(seats, ({ entry }) => entryAt.get(entry.id) ?? 0),
    wanted: Int32Array.from(seats, ({ wanted }) => wanted),
    cost,
  };
  const order = seats
    .map(({ entry, kind }, seat) => ({ seat, lot: lotOf(seed, entry.id, kind ?? "") }))
    .sort((one, other) => one.lot - other.lot || one.seat - other.seat)
    .map(({ seat }) => seat);
  // Seats for one kind of juror first: an open seat must not take the only juror such a seat could have.
  const phases = [true, false].map((isOfKind) => order.filter((seat) => (seats[seat]?.kind !== null) === isOfKind));
  const loads = jurors.map(({ capacity, minimum = 0 }) => ({ least: minimum, most: capacity }));
  const flow = cheapestFlow(table, { loads, balance: Math.round(balance * SCALE), phases, taken });
  connectPanels(table, flow.chosen, {
    jurors: jurors.length,
    budget: tieLoss * SCALE * totalFit(flow.chosen, { seats, jurors, suit }),
    isMovable: (seat, place) =>
      !kept.has(keyOf({ entryId: seats[seat]?.entry.id ?? "", jurorId: jurors[place]?.id ?? "" })),
  });

  const pairs = seats.flatMap(({ entry, kind }, seat) =>
    (flow.chosen[seat] ?? []).flatMap((place): PlannedPair[] => {
      const juror = jurors[place];
      if (!juror) return [];
      const pair = { entryId: entry.id, jurorId: juror.id };
      const affinity = suit(entry, juror, kind);
      return [{ ...pair, affinity: typeof affinity === "number" ? affinity : 0, isNew: !kept.has(keyOf(pair)) }];
    }),
  );
  pairs.sort((one, other) => byText(one.entryId, other.entryId) || byText(one.jurorId, other.jurorId));
  const planned = new Set(pairs.map(keyOf));
  const wanted = seats.reduce((sum, seat) => sum + seat.wanted, 0);
  const missing = flow.unplaced.reduce((sum, each) => sum + each.missing, 0);
  const measured = metricsOf(pairs, jurors);
  const shortages = [
    ...shortEntries(flow, { seats, jurors, suit }),
    ...shortJurors(measured.loads, { seats, jurors, suit }),
  ];
  return {
    isFeasible: shortages.length === 0,
    pairs,
    released: standing
      .filter((pair) => !planned.has(keyOf(pair)))
      .map(({ entryId, jurorId }) => ({ entryId, jurorId })),
    shortages,
    metrics: { wanted, placed: wanted - missing, ...measured },
  };
}

function seatsOf(entry: MatchEntry, { reviewsPerEntry, mix = {} }: MatchRequest): Seat[] {
  const seats: Seat[] = Object.entries(mix)
    .filter(([, wanted]) => wanted > 0)
    .sort(([one], [other]) => byText(one, other))
    .map(([kind, wanted]) => ({ entry, kind, wanted }));
  const open = (entry.reviews ?? reviewsPerEntry) - seats.reduce((sum, { wanted }) => sum + wanted, 0);
  return open > 0 || seats.length === 0 ? [...seats, { entry, kind: null, wanted: Math.max(0, open) }] : seats;
}

function fitOf({ affinity }: MatchRequest): Suit {
  return (entry, juror, kind) => {
    const bar = barTo(entry, juror, kind ?? undefined);
    if (bar) return bar;
    return affinity ? (affinity(entry.id, juror.id) ?? "affinity") : affinityOf(entry, juror);
  };
}

function totalFit(chosen: readonly (readonly number[])[], { seats, jurors, suit }: Parameters<typeof shortEntries>[1]) {
  let total = 0;
  seats.forEach(({ entry, kind }, seat) => {
    for (const place of chosen[seat] ?? []) {
      const juror = jurors[place];
      const value = juror && suit(entry, juror, kind);
      if (typeof value === "number") total += value;
    }
  });
  return total;
}

function metricsOf(pairs: readonly PlannedPair[], jurors: readonly MatchJuror[]) {
  const loads = new Map(jurors.map(({ id }) => [id, 0]));
  for (const { jurorId } of pairs) loads.set(jurorId, (loads.get(jurorId) ?? 0) + 1);
  const affinity = pairs.reduce((sum, pair) => sum + pair.affinity, 0);
  return {
    ...shapeOf(pairs),
    affinity,
    meanAffinity: pairs.length === 0 ? 0 : affinity / pairs.length,
    leastAffinity: pairs.reduce((least, pair) => Math.min(least, pair.affinity), pairs.length === 0 ? 0 : 1),
    loads: [...loads].map(([jurorId, reviews]) => ({ jurorId, reviews })),
    leastLoad: jurors.length === 0 ? 0 : Math.min(...loads.values()),
    mostLoad: Math.max(0, ...loads.values()),
  };
}

function keyOf({ entryId, jurorId }: Pair) {
  return `${entryId}\n${jurorId}`;
}

function byId(one: { id: string }, other: { id: string }) {
  return byText(one.id, other.id);
}

function byText(one: string, other: string) {
  return one < other ? -1 : one > other ? 1 : 0;
}
