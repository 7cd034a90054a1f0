const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Where a function of one number is least: equidistant points find the valley, golden section its floor.
 * The same input always gives the same answer.
 */
export function least(
  f: (x: number) => number,
  { from, to, points, width = 1e-10 }: { from: number; to: number; points: number; width?: number },
) {
  const step = (to - from) / (points - 1);
  let best = 0;
  let lowest = Number.POSITIVE_INFINITY;
  for (let point = 0; point < points; point++) {
    const value = f(from + point * step);
    if (value < lowest) [best, lowest] = [point, value];
  }
  let low = from + Math.max(0, best - 1) * step;
  let high = from + Math.min(points - 1, best + 1) * step;
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let atLeft = f(left);
  let atRight = f(right);
  while (high - low > width) {
    if (atLeft <= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = f(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = f(right);
    }
  }
  return (low + high) / 2;
}

/** −2 log of the half-Cauchy prior on the ratio of two deviations, written for the ratio's logarithm. */
export function ratioPrior(logRatio: number) {
  const size = Math.abs(logRatio);
  return 2 * (size + Math.log1p(Math.exp(-2 * size)) - Math.LN2);
}

/** The normal distribution function, exact to about 1e-15 (West 2005, after Hart 1968). */
export function normalShare(z: number) {
  const size = Math.abs(z);
  if (size > 37) return z > 0 ? 1 : 0;
  const density = Math.exp((-size * size) / 2);
  const tail = size < 7.071067811865475 ? density * hart(size) : density / (fraction(size) * 2.506628274631);
  return z > 0 ? 1 - tail : tail;
}

function hart(x: number) {
  const above = polynomial(
    x,
    [
      3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
      220.206867912376,
    ],
  );
  const below = polynomial(
    x,
    [
      8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
      793.826512519948, 440.413735824752,
    ],
  );
  return above / below;
}

function fraction(x: number) {
  return x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));
}

function polynomial(x: number, coefficients: readonly number[]) {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

export function meanOf(values: readonly number[]) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Population variance. */
export function varianceOf(values: readonly number[]) {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
