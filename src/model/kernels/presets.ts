/** Kernels that courses show, as numbers of one input channel. A kernel is not flipped: Keras correlates. */

/** `rows` × `cols`, row-major. */
type Slice = (rows: number, cols: number) => number[];

interface Fixed {
  readonly slice: Slice;
  /** Whether there is one of this size. */
  readonly fits: (rows: number, cols: number) => boolean;
}

function convolve(one: readonly number[], other: readonly number[]): number[] {
  const result = new Array<number>(one.length + other.length - 1).fill(0);
  one.forEach((a, i) => {
    other.forEach((b, j) => {
      result[i + j]! += a * b;
    });
  });
  return result;
}

/** A row of Pascal's triangle with `length` numbers: 1 2 1, 1 3 3 1, … */
function binomial(length: number): number[] {
  let row = [1];
  while (row.length < length) row = convolve(row, [1, 1]);
  return row;
}

function outer(column: readonly number[], row: readonly number[]): number[] {
  return column.flatMap((a) => row.map((b) => a * b));
}

function transposed(slice: Slice): Slice {
  return (rows, cols) => {
    const turned = slice(cols, rows);
    return Array.from(
      { length: rows * cols },
      (_, at) => turned[(at % cols) * rows + Math.floor(at / cols)]!,
    );
  };
}

/** The cell that stands on the output cell with `same` padding, which gives an even kernel its extra cell at the end. */
function centre(length: number): number {
  return Math.floor((length - 1) / 2);
}

/** Binomial smoothing along the rows, its difference along the columns (Sobel and Feldman): 1 2 1 by −1 0 1 where 3 × 3. */
const sobelX: Slice = (rows, cols) => outer(binomial(rows), convolve(binomial(cols - 1), [-1, 1]));

/** In every row a ramp through zero, steps of one (Prewitt): −1 0 1, or −1.5 −0.5 0.5 1.5. */
const prewittX: Slice = (rows, cols) =>
  outer(
    new Array<number>(rows).fill(1),
    Array.from({ length: cols }, (_, col) => col - (cols - 1) / 2),
  );

/** Pascal's triangle along both axes, summing to 1: the discrete Gaussian, of variance (length − 1) / 4. */
const gaussian: Slice = (rows, cols) =>
  outer(binomial(rows), binomial(cols)).map((value) => value / 2 ** (rows + cols - 2));

/** On a larger kernel the 3 × 3 stands around the centre, zeros around it. */
function ofThree(...numbers: readonly number[]): Fixed {
  return {
    slice: (rows, cols) => {
      const slice = new Array<number>(rows * cols).fill(0);
      numbers.forEach((value, at) => {
        const row = centre(rows) - 1 + Math.floor(at / 3);
        slice[row * cols + centre(cols) - 1 + (at % 3)] = value;
      });
      return slice;
    },
    fits: (rows, cols) => rows >= 3 && cols >= 3,
  };
}

const always = () => true;

const FIXED = {
  /** 1 at the centre. */
  identity: {
    slice: (rows, cols) =>
      Array.from({ length: rows * cols }, (_, at) => (at === centre(rows) * cols + centre(cols) ? 1 : 0)),
    fits: always,
  },
  sobel_x: { slice: sobelX, fits: (_, cols) => cols >= 2 },
  sobel_y: { slice: transposed(sobelX), fits: (rows) => rows >= 2 },
  prewitt_x: { slice: prewittX, fits: (_, cols) => cols >= 2 },
  prewitt_y: { slice: transposed(prewittX), fits: (rows) => rows >= 2 },
  laplacian: ofThree(0, 1, 0, 1, -4, 1, 0, 1, 0),
  /** The mean of the window. */
  box: {
    slice: (rows, cols) => new Array<number>(rows * cols).fill(1 / (rows * cols)),
    fits: always,
  },
  gaussian: { slice: gaussian, fits: always },
  /** The picture less its Laplacian. */
  sharpen: ofThree(0, -1, 0, -1, 5, -1, 0, -1, 0),
  emboss: ofThree(-2, -1, 0, -1, 1, 1, 0, 1, 2),
  /** 1 on both diagonals, else 0. */
  cross: {
    slice: (rows, cols) =>
      Array.from({ length: rows * cols }, (_, at) => {
        const row = Math.floor(at / cols);
        const col = at % cols;
        return row === col || row + col === rows - 1 ? 1 : 0;
      }),
    fits: (rows, cols) => rows === cols && rows >= 3,
  },
} satisfies Record<string, Fixed>;

export type FixedPreset = keyof typeof FIXED;

export const FIXED_PRESETS = Object.keys(FIXED) as readonly FixedPreset[];

/**
 * Whether there is a kernel of that name and size: differences need two cells along their axis, the Laplacian, sharpen
 * and emboss 3 × 3, the cross a square of at least three.
 */
export function presetFits(name: FixedPreset, rows: number, cols: number): boolean {
  return FIXED[name].fits(rows, cols);
}

/** The numbers of one input channel, row-major; as textbooks have them where `rows` and `cols` are 3. The size must fit. */
export function presetSlice(name: FixedPreset, rows: number, cols: number): number[] {
  return FIXED[name].slice(rows, cols);
}
