import type { Random } from '../base/random.ts';

/** Vectors that are freed of all before them together, so that these are read from memory less often. */
const BLOCK = 16;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

/** Takes the part along `unit` off `vector`, in place. */
function project(vector: Float64Array, unit: Float64Array): void {
  const along = dot(vector, unit);
  for (let at = 0; at < vector.length; at++) vector[at] = vector[at]! - along * unit[at]!;
}

type Two = readonly [Float64Array, Float64Array];
type Four = readonly [...Two, ...Two];

/** Two vectors and four units orthogonal to one another at once: as `project`, in a third of the time. */
function projectTwo([x, y]: Two, [a, b, c, d]: Four): void {
  const { length } = x;
  let [xa, xb, xc, xd, ya, yb, yc, yd] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < length; at++) {
    const p = x[at]!;
    const q = y[at]!;
    xa += p * a[at]!;
    xb += p * b[at]!;
    xc += p * c[at]!;
    xd += p * d[at]!;
    ya += q * a[at]!;
    yb += q * b[at]!;
    yc += q * c[at]!;
    yd += q * d[at]!;
  }
  for (let at = 0; at < length; at++) {
    x[at] = x[at]! - (xa * a[at]! + xb * b[at]! + xc * c[at]! + xd * d[at]!);
    y[at] = y[at]! - (ya * a[at]! + yb * b[at]! + yc * c[at]! + yd * d[at]!);
  }
}

/** Takes the parts along each of `units`, a multiple of four, off each of `vectors`. */
function projectAll(vectors: readonly Float64Array[], units: readonly Float64Array[]): void {
  for (let unit = 0; unit < units.length; unit += 4) {
    const four = units.slice(unit, unit + 4) as unknown as Four;
    for (let at = 0; at < vectors.length; at += 2) {
      const [x, y] = [vectors[at]!, vectors[at + 1]];
      if (y) projectTwo([x, y], four);
      else for (const one of four) project(x, one);
    }
  }
}

/**
 * A random `[rows, columns]` matrix, row-major, whose columns (or rows, where there are fewer of them) are orthogonal
 * unit vectors: normal vectors through modified Gram-Schmidt, twice where little of a vector is left and rounding
 * counts. That is the QR factor with the positive diagonal that Keras takes (Saxe et al. 2014). It takes `rows *
 * columns * min(rows, columns)` multiply-adds, in square matrices half as many again.
 */
export function orthogonalMatrix(rows: number, columns: number, random: Random): Float64Array {
  const length = Math.max(rows, columns);
  const vectors = Array.from({ length: Math.min(rows, columns) }, () =>
    Float64Array.from({ length }, () => random.normal()),
  );
  for (let from = 0; from < vectors.length; from += BLOCK) {
    const block = vectors.slice(from, from + BLOCK);
    const before = vectors.slice(0, from);
    const passes = 4 * (from + block.length) > 3 * length ? 2 : 1;
    for (let pass = 0; pass < passes; pass++) projectAll(block, before);
    for (const [place, vector] of block.entries()) {
      for (let pass = 0; pass < passes; pass++) {
        for (const unit of block.slice(0, place)) project(vector, unit);
      }
      const norm = Math.sqrt(dot(vector, vector));
      for (let at = 0; at < length; at++) vector[at] = vector[at]! / norm;
    }
  }
  const matrix = new Float64Array(rows * columns);
  if (rows < columns) {
    for (const [row, vector] of vectors.entries()) matrix.set(vector, row * columns);
  } else {
    for (const [column, vector] of vectors.entries()) {
      for (let row = 0; row < rows; row++) matrix[row * columns + column] = vector[row]!;
    }
  }
  return matrix;
}
