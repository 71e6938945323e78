import type { Random } from '../base/random.ts';

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let position = 0; position < a.length; position++) sum += a[position]! * b[position]!;
  return sum;
}

/** Takes the part along each of `basis` (unit vectors) off `vector`, in place. */
function project(vector: Float64Array, basis: readonly Float64Array[]): void {
  for (const unit of basis) {
    const along = dot(vector, unit);
    for (let position = 0; position < vector.length; position++) {
      vector[position] = vector[position]! - along * unit[position]!;
    }
  }
}

/**
 * A random `[rows, columns]` matrix, row-major, whose columns (or rows, where there are fewer of them) are
 * orthogonal unit vectors: normal vectors through modified Gram-Schmidt, done twice against rounding. That is the
 * QR factor with the positive diagonal that Keras takes (Saxe et al. 2014).
 */
export function orthogonalMatrix(rows: number, columns: number, random: Random): Float64Array {
  const length = Math.max(rows, columns);
  const basis: Float64Array[] = [];
  while (basis.length < Math.min(rows, columns)) {
    const vector = Float64Array.from({ length }, () => random.normal());
    project(vector, basis);
    project(vector, basis);
    const norm = Math.sqrt(dot(vector, vector));
    if (norm > 1e-6) basis.push(vector.map((x) => x / norm));
  }
  const matrix = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      matrix[row * columns + column] = rows >= columns ? basis[column]![row]! : basis[row]![column]!;
    }
  }
  return matrix;
}
