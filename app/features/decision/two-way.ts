import { axis, dot, type Eigen, eigenOf, inverseOf } from "./eigen.ts";
import type { Merit } from "./merit.ts";
import { least, meanOf, ratioPrior, varianceOf } from "./numeric.ts";
import { centred, type Severity } from "./severity.ts";
import type { Totals } from "./totals.ts";

/**
 * The mixed model with random applications and random jurors, both ratios by REML with the same weak prior
 * (Henderson's equations, applications absorbed). It also reads severity off whole piles, so it is right only where
 * the platform dealt them at random.
 */
export function twoWayOf(totals: Totals): { severity: Severity; merit: Merit } {
  const outer = least((u) => fitAt(totals, Math.exp(2 * u)).value + ratioPrior(u), {
    from: -5,
    to: 7,
    points: 25,
    width: 1e-8,
  });
  const ratio = Math.exp(2 * outer);
  const { system, eigen, t, mean, noise, weight } = fitAt(totals, ratio);
  const size = totals.byJuror.length;
  const inverse = inverseOf(eigen, Math.exp(-2 * t));
  const times = (vector: Float64Array) =>
    Float64Array.from({ length: size }, (_, j) => dot(inverse.subarray(j * size, (j + 1) * size), vector));
  const effects = times(system.sums.map((sum, j) => sum - mean * (system.counts[j] ?? 0)));
  const lean = times(system.counts);

  const jury = new Float64Array(size * size);
  for (let j = 0; j < size; j++)
    for (let l = 0; l < size; l++)
      jury[j * size + l] = (inverse[j * size + l] ?? 0) + ((lean[j] ?? 0) * (lean[l] ?? 0)) / weight;
  const level = meanOf([...effects]);
  const severity = {
    noise,
    spread: noise * Math.exp(t),
    ...centred([...effects], { inverse: jury, scale: noise ** 2 }),
  };

  const entries = totals.byEntry.map((own) => {
    const rows = own.flatMap((index) => totals.reviews[index] ?? []);
    const free = ratio / (1 + ratio * rows.length);
    const rest = rows.reduce((sum, { juror, total }) => sum + total - mean - (effects[juror] ?? 0), 0);
    const toward = new Float64Array(size).fill(1 / size);
    for (const { juror } of rows) toward[juror] = (toward[juror] ?? 0) - free;
    const doubt = dot(toward, times(toward)) + (1 - free * rows.length - dot(lean, toward)) ** 2 / weight;
    return {
      score: mean + level + free * rest,
      sd: noise * Math.sqrt(free + doubt),
      correction: rows.length > 0 ? -meanOf(rows.map(({ juror }) => severity.leniency[juror] ?? 0)) : null,
    };
  });
  return { severity, merit: { entries, spread: noise * Math.exp(outer) } };
}

/** The best leniency ratio, and how well it fits, for a given ratio of merit to noise (both as variances). */
function fitAt(totals: Totals, ratio: number) {
  const system = absorbed(totals, ratio);
  const eigen = eigenOf(system.jurors, totals.byJuror.length);
  const freedom = totals.reviews.length - 1;
  const floor = 1e-9 * freedom * varianceOf(totals.reviews.map(({ total }) => total));
  const turnedSums = eigen.values.map((_, k) => dot(axis(eigen, k), system.sums));
  const turnedCounts = eigen.values.map((_, k) => dot(axis(eigen, k), system.counts));
  const at = (t: number) => {
    const ridge = Math.exp(-2 * t);
    const weight = system.weight - product(turnedCounts, turnedCounts, { eigen, ridge });
    const sum = system.sum - product(turnedCounts, turnedSums, { eigen, ridge });
    const squares = system.squares - product(turnedSums, turnedSums, { eigen, ridge });
    const mean = sum / weight;
    const noise = Math.sqrt(Math.max(squares - mean * sum, floor) / freedom);
    let value = system.logDeterminant + Math.log(weight) + 2 * freedom * Math.log(noise) + ratioPrior(t);
    for (const own of eigen.values) value += Math.log1p(Math.max(own, 0) / ridge);
    return { value, mean, noise, weight };
  };
  const t = least((candidate) => at(candidate).value, { from: -5, to: 3, points: 33, width: 1e-8 });
  return { system, eigen, t, ...at(t) };
}

function product(one: Float64Array, other: Float64Array, { eigen, ridge }: { eigen: Eigen; ridge: number }) {
  let sum = 0;
  for (let k = 0; k < eigen.size; k++) sum += ((one[k] ?? 0) * (other[k] ?? 0)) / ((eigen.values[k] ?? 0) + ridge);
  return sum;
}

/** The equations of jurors and mean after the random applications are absorbed. Totals are taken from their mean. */
function absorbed({ reviews, byEntry, byJuror }: Totals, ratio: number) {
  const size = byJuror.length;
  const jurors = new Float64Array(size * size);
  const counts = new Float64Array(size);
  const sums = new Float64Array(size);
  let [weight, sum, squares, logDeterminant] = [0, 0, 0, 0];
  for (const own of byEntry) {
    const rows = own.flatMap((index) => reviews[index] ?? []);
    const free = ratio / (1 + ratio * rows.length);
    const total = rows.reduce((all, row) => all + row.total, 0);
    logDeterminant += Math.log1p(ratio * rows.length);
    weight += rows.length / (1 + ratio * rows.length);
    sum += total / (1 + ratio * rows.length);
    for (const row of rows) {
      squares += row.total * (row.total - free * total);
      counts[row.juror] = (counts[row.juror] ?? 0) + 1 / (1 + ratio * rows.length);
      sums[row.juror] = (sums[row.juror] ?? 0) + row.total - free * total;
      jurors[row.juror * size + row.juror] = (jurors[row.juror * size + row.juror] ?? 0) + 1;
      for (const other of rows) {
        const place = row.juror * size + other.juror;
        jurors[place] = (jurors[place] ?? 0) - free;
      }
    }
  }
  return { jurors, counts, sums, weight, sum, squares, logDeterminant };
}
