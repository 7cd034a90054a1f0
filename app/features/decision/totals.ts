export type Criterion = { id: string; weight: number; min: number; max: number };

/** What one juror gave one application. A criterion without a mark is missing or null. */
export type JurorReview = {
  applicationId: string;
  jurorId: string;
  marks: Readonly<Record<string, number | null | undefined>>;
  /** A review under a conflict of interest is set aside before anything is computed. */
  isConflict?: boolean;
};

/** One number per review on the scale 0–100; `entry` and `juror` are positions in the lists beside it. */
export type Totals = {
  entryIds: readonly string[];
  jurorIds: readonly string[];
  reviews: readonly { entry: number; juror: number; total: number }[];
  /** Positions in `reviews`, by application and by juror. */
  byEntry: readonly (readonly number[])[];
  byJuror: readonly (readonly number[])[];
};

/**
 * One weighted total per usable review. A missing criterion neither helps nor hurts: it counts as the round's mean of
 * that criterion. Applications and jurors are put in the order of their ids, so the order of the input never matters.
 */
export function totalsOf(
  reviews: readonly JurorReview[],
  { criteria, applicationIds }: { criteria: readonly Criterion[]; applicationIds: readonly string[] },
): Totals {
  const entryIds = [...new Set(applicationIds)].sort(byCode);
  const entryAt = positions(entryIds);
  const sheets = reviews
    .filter((review) => !review.isConflict && entryAt.has(review.applicationId))
    .map((review) => ({ review, shares: sharesOf(review, criteria) }))
    .filter(({ shares }) => shares.some(({ weight }) => weight > 0))
    .sort(
      ({ review: one }, { review: other }) =>
        byCode(one.applicationId, other.applicationId) || byCode(one.jurorId, other.jurorId),
    );

  const means = new Map(criteria.map(({ id }) => [id, 0]));
  const counts = new Map(criteria.map(({ id }) => [id, 0]));
  for (const { shares } of sheets)
    for (const { id, share } of shares) {
      means.set(id, (means.get(id) ?? 0) + share);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  const meanOf = (id: string) => (means.get(id) ?? 0) / Math.max(1, counts.get(id) ?? 0);
  const observed = criteria.filter(({ id }) => counts.get(id));
  const base = weightedMean(observed.map(({ id, weight }) => ({ value: meanOf(id), weight })));

  const jurorIds = [...new Set(sheets.map(({ review }) => review.jurorId))].sort(byCode);
  const jurorAt = positions(jurorIds);
  const rows = sheets.map(({ review, shares }) => ({
    entry: entryAt.get(review.applicationId) ?? 0,
    juror: jurorAt.get(review.jurorId) ?? 0,
    total: base + weightedMean(shares.map(({ id, weight, share }) => ({ value: share - meanOf(id), weight }))),
  }));
  return {
    entryIds,
    jurorIds,
    reviews: rows,
    byEntry: gather(rows, entryIds.length, (row) => row.entry),
    byJuror: gather(rows, jurorIds.length, (row) => row.juror),
  };
}

function sharesOf(review: JurorReview, criteria: readonly Criterion[]) {
  return criteria.flatMap(({ id, weight, min, max }) => {
    const mark = review.marks[id];
    return mark === undefined || mark === null ? [] : [{ id, weight, share: (100 * (mark - min)) / (max - min) }];
  });
}

function weightedMean(parts: readonly { value: number; weight: number }[]) {
  let sum = 0;
  let weights = 0;
  for (const { value, weight } of parts) {
    sum += value * weight;
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

function gather<Row>(rows: readonly Row[], length: number, at: (row: Row) => number) {
  const lists: number[][] = Array.from({ length }, () => []);
  rows.forEach((row, index) => {
    lists[at(row)]?.push(index);
  });
  return lists;
}

function positions(ids: readonly string[]) {
  return new Map(ids.map((id, index) => [id, index]));
}

/** By code unit: the same everywhere, whatever the language of the machine. */
export function byCode(one: string, other: string) {
  return one < other ? -1 : one > other ? 1 : 0;
}
