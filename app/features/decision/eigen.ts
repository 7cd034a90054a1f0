/** M = Q Λ Qᵀ: `values` are Λ; row k of `vectors` (row-major, size × size) is the vector of `values[k]`. */
export type Eigen = { size: number; values: Float64Array; vectors: Float64Array };

/** Reads a matrix without asking twice: the loops below never leave it. */
const at = (array: Float64Array, index: number) => array[index] ?? 0;

/**
 * Eigendecomposition of a symmetric matrix (row-major): Householder to tridiagonal, then implicit QL
 * (Wilkinson & Reinsch 1971). The transformation is kept transposed, so that the inner loops run along memory.
 */
export function eigenOf(matrix: Float64Array, size: number): Eigen {
  const { diagonal, beside, vectors } = tridiagonalOf(matrix, size);
  for (let first = 0; first < size; first++) {
    for (;;) {
      const last = endOfBlock(diagonal, beside, { first, size });
      if (last === first) break;
      chase({ diagonal, beside, vectors, size }, first, last);
    }
  }
  return { size, values: diagonal, vectors };
}

type Tridiagonal = { diagonal: Float64Array; beside: Float64Array; vectors: Float64Array };

/** T = H M H with H a product of reflections; `beside[i]` stands between i and i+1, rows of `vectors` make Hᵀ. */
function tridiagonalOf(matrix: Float64Array, size: number): Tridiagonal {
  const work = Float64Array.from(matrix);
  const reflections: Float64Array[] = [];
  const row = (index: number) => work.subarray(index * size, (index + 1) * size);
  for (let step = 0; step < size - 2; step++) {
    const mirror = mirrorOf(row(step), step + 1);
    reflections.push(mirror);
    if (mirror.length === 0) continue;
    const image = new Float64Array(size);
    for (let index = step; index < size; index++) image[index] = dot(row(index), mirror, step + 1);
    const half = dot(image, mirror, step + 1) / 2;
    const change = image.map((value, index) => value - half * at(mirror, index));
    for (let index = step; index < size; index++) {
      const own = row(index);
      add(own, -at(mirror, index), change, step);
      add(own, -at(change, index), mirror, step + 1);
    }
  }
  const vectors = new Float64Array(size * size);
  for (let index = 0; index < size; index++) vectors[index * size + index] = 1;
  for (let step = size - 3; step >= 0; step--) {
    const mirror = reflections[step];
    if (!mirror?.length) continue;
    for (let index = step + 1; index < size; index++) {
      const own = vectors.subarray(index * size, (index + 1) * size);
      add(own, -dot(own, mirror, step + 1), mirror, step + 1);
    }
  }
  const diagonal = Float64Array.from({ length: size }, (_, index) => at(work, index * size + index));
  const beside = Float64Array.from({ length: size }, (_, index) =>
    index < size - 1 ? at(work, index * size + index + 1) : 0,
  );
  return { diagonal, beside, vectors };
}

/** The vector v, |v|² = 2, whose reflection I − vvᵀ leaves of `row` from `from` on only its first place. */
function mirrorOf(row: Float64Array, from: number) {
  const length = Math.sqrt(dot(row, row, from));
  if (length === Math.abs(at(row, from))) return new Float64Array(0);
  const mirror = new Float64Array(row.length);
  mirror.set(row.subarray(from), from);
  mirror[from] = at(row, from) + (at(row, from) >= 0 ? length : -length);
  const scale = Math.SQRT2 / Math.sqrt(dot(mirror, mirror, from));
  return mirror.map((value) => value * scale);
}

function endOfBlock(
  diagonal: Float64Array,
  beside: Float64Array,
  { first, size }: { first: number; size: number },
): number {
  let last = first;
  while (last < size - 1) {
    const scale = Math.abs(at(diagonal, last)) + Math.abs(at(diagonal, last + 1));
    if (Math.abs(at(beside, last)) <= Number.EPSILON * scale || Math.abs(at(beside, last)) < 1e-300) break;
    last++;
  }
  return last;
}

/** One implicit QL step on the block first..last. */
function chase({ diagonal, beside, vectors, size }: Tridiagonal & { size: number }, first: number, last: number) {
  const slope = (at(diagonal, first + 1) - at(diagonal, first)) / (2 * at(beside, first));
  const reach = Math.hypot(slope, 1);
  let bulge = at(diagonal, last) - at(diagonal, first) + at(beside, first) / (slope + (slope >= 0 ? reach : -reach));
  let sine = 1;
  let cosine = 1;
  let shift = 0;
  for (let index = last - 1; index >= first; index--) {
    const across = sine * at(beside, index);
    const along = cosine * at(beside, index);
    const length = Math.hypot(across, bulge);
    beside[index + 1] = length;
    if (length === 0) {
      diagonal[index + 1] = at(diagonal, index + 1) - shift;
      beside[last] = 0;
      return;
    }
    sine = across / length;
    cosine = bulge / length;
    const next = at(diagonal, index + 1) - shift;
    const spread = (at(diagonal, index) - next) * sine + 2 * cosine * along;
    shift = sine * spread;
    diagonal[index + 1] = next + shift;
    bulge = cosine * spread - along;
    turn(vectors, { size, row: index, sine, cosine });
  }
  diagonal[first] = at(diagonal, first) - shift;
  beside[first] = bulge;
  beside[last] = 0;
}

function turn(
  vectors: Float64Array,
  { size, row, sine, cosine }: { size: number; row: number; sine: number; cosine: number },
) {
  const start = row * size;
  for (let index = start; index < start + size; index++) {
    const upper = at(vectors, index);
    const lower = at(vectors, index + size);
    vectors[index + size] = sine * upper + cosine * lower;
    vectors[index] = cosine * upper - sine * lower;
  }
}

/** The vector that belongs to value k. */
export function axis({ size, vectors }: Eigen, k: number) {
  return vectors.subarray(k * size, (k + 1) * size);
}

/** (M + ridge · I)⁻¹ from the eigendecomposition of M. */
export function inverseOf(eigen: Eigen, ridge: number) {
  const { size, values } = eigen;
  const inverse = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const vector = axis(eigen, k);
    const share = 1 / ((values[k] ?? 0) + ridge);
    for (let j = 0; j < size; j++) {
      const factor = (vector[j] ?? 0) * share;
      for (let l = j; l < size; l++) {
        const place = j * size + l;
        inverse[place] = (inverse[place] ?? 0) + factor * (vector[l] ?? 0);
      }
    }
  }
  for (let j = 0; j < size; j++) for (let l = 0; l < j; l++) inverse[j * size + l] = inverse[l * size + j] ?? 0;
  return inverse;
}

/** Product of two vectors, from a place on. */
export function dot(one: Float64Array, other: Float64Array, from = 0) {
  let sum = 0;
  for (let index = from; index < one.length; index++) sum += at(one, index) * at(other, index);
  return sum;
}

function add(target: Float64Array, factor: number, source: Float64Array, from: number) {
  for (let index = from; index < target.length; index++) target[index] = at(target, index) + factor * at(source, index);
}
