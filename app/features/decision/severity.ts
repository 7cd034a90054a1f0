import { axis, dot, eigenOf, inverseOf } from "./eigen.ts";
import { least, meanOf, ratioPrior, varianceOf } from "./numeric.ts";
import type { Totals } from "./totals.ts";

/** How far each juror stands from their colleagues, with the uncertainty of saying so. */
export type Severity = {
  /** Points above colleagues on the same works, centred on the jury; by position in `jurorIds`. */
  leniency: readonly number[];
  sd: readonly number[];
  /** Standard deviations of one review's noise and of the jurors' leniency. */
  noise: number;
  spread: number;
  /** Variance of Σ weight · leniency over the jurors, each weight less the jury's mean weight. */
  varianceOf: (weights: ReadonlyMap<number, number>) => number;
};

/** Degrees of freedom left inside applications: none means nobody shares one. */
export function overlapOf({ reviews, byEntry }: Totals) {
  return reviews.length - byEntry.filter((own) => own.length > 0).length;
}

/**
 * Leniency learnt only where jurors met on the same application (application effects fixed, juror effects random,
 * their ratio by REML with a weak prior; Patterson & Thompson 1971). What lies between piles is never read as
 * severity: piles are not dealt at random.
 */
export function severityWithin(totals: Totals): Severity {
  const { reviews, byJuror } = totals;
  const size = byJuror.length;
  const freedom = overlapOf(totals);
  const { laplacian, excess, squares } = sharedWork(totals);
  const eigen = eigenOf(laplacian, size);
  const turned = Float64Array.from({ length: size }, (_, k) => dot(axis(eigen, k), excess));
  const floor = 1e-9 * freedom * varianceOf(reviews.map(({ total }) => total));

  const residual = (ridge: number) => {
    let explained = 0;
    for (let k = 0; k < size; k++) explained += (turned[k] ?? 0) ** 2 / ((eigen.values[k] ?? 0) + ridge);
    return Math.max(squares - explained, floor);
  };
  const logRatio = least(
    (t) => {
      const ridge = Math.exp(-2 * t);
      let logDeterminant = 0;
      for (const value of eigen.values) logDeterminant += Math.log(Math.max(value + ridge, Number.MIN_VALUE));
      return logDeterminant + 2 * size * t + freedom * Math.log(residual(ridge) / freedom) + ratioPrior(t);
    },
    { from: -5, to: 3, points: 33 },
  );
  const ridge = Math.exp(-2 * logRatio);
  const noise = Math.sqrt(residual(ridge) / freedom);
  const inverse = inverseOf(eigen, ridge);
  const effects = Array.from({ length: size }, (_, j) => dot(inverse.subarray(j * size, (j + 1) * size), excess));
  return { noise, spread: noise * Math.exp(logRatio), ...centred(effects, { inverse, scale: noise ** 2 }) };
}

/** Equations (3) to (5): the Laplacian of the juror graph, each juror's excess over shared work, and its squares. */
function sharedWork({ reviews, byEntry, byJuror }: Totals) {
  const size = byJuror.length;
  const laplacian = new Float64Array(size * size);
  const excess = new Float64Array(size);
  let squares = 0;
  byJuror.forEach((own, juror) => {
    laplacian[juror * size + juror] = own.length;
  });
  for (const own of byEntry) {
    const rows = own.flatMap((index) => reviews[index] ?? []);
    const mean = meanOf(rows.map(({ total }) => total));
    for (const { juror, total } of rows) {
      excess[juror] = (excess[juror] ?? 0) + total - mean;
      squares += (total - mean) ** 2;
      for (const other of rows) {
        const place = juror * size + other.juror;
        laplacian[place] = (laplacian[place] ?? 0) - 1 / rows.length;
      }
    }
  }
  return { laplacian, excess, squares };
}

/** Leniency is measured from the mean of the jury; so are its variances. */
export function centred(effects: readonly number[], { inverse, scale }: { inverse: Float64Array; scale: number }) {
  const size = effects.length;
  const mean = meanOf(effects);
  const sums = effects.map((_, j) => inverse.subarray(j * size, (j + 1) * size).reduce((sum, value) => sum + value, 0));
  const whole = sums.reduce((sum, value) => sum + value, 0) / size ** 2;
  return {
    leniency: effects.map((effect) => effect - mean),
    sd: sums.map((sum, j) => Math.sqrt(scale * Math.max(0, (inverse[j * size + j] ?? 0) - (2 * sum) / size + whole))),
    varianceOf: (weights: ReadonlyMap<number, number>) => {
      let own = 0;
      let across = 0;
      for (const [juror, weight] of weights) {
        across += weight * (sums[juror] ?? 0);
        for (const [other, factor] of weights) own += weight * factor * (inverse[juror * size + other] ?? 0);
      }
      return scale * Math.max(0, own - (2 * across) / size + whole);
    },
  };
}
