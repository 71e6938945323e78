import type { Shape, Tensor } from '../../src/base/tensor.ts';

export const FORWARD = 1e-5;
export const GRADIENT = 1e-4;
/** Of training steps, of which there are up to 20. */
const TRAINED = 1e-3;
/** A change by less than this is lost in float32's rounding over 20 steps. */
const ROUNDING = 1e-6;

/** By tolerance, the largest relative error of all numbers that were compared since this was last emptied. */
export const worst = new Map<number, number>();

/** What differs from Keras. Plain errors: they are thrown in browsers, too. */
export function expectSame(got: unknown, wanted: unknown, what: string): void {
  const [here, there] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (here !== there) throw new Error(`${what}: ${here}, in Keras ${there}`);
}

/** Each number's error is within `tolerance` of what `scale` gives for it. */
function expectCells(
  got: Tensor,
  wanted: Tensor,
  tolerance: number,
  what: string,
  scale: (cell: number) => number,
): void {
  expectSame(got.shape, wanted.shape, `${what}: shape`);
  const errors = wanted.data.map((value, cell) => {
    const error = Math.abs(got.data[cell]! - value) / scale(cell);
    return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
  });
  worst.set(
    tolerance,
    errors.reduce((most, error) => Math.max(most, error), worst.get(tolerance) ?? 0),
  );
  const cell = errors.findIndex((error) => error > tolerance);
  if (cell === -1) return;
  const numbers = `${got.data[cell]}, in Keras ${wanted.data[cell]}`;
  throw new Error(`${what}: number ${cell} of ${wanted.data.length} is ${numbers}`);
}

/** The largest of the sizes, or 1 where that is less. */
function scaleOf(sizes: Float32Array): number {
  return sizes.reduce((most, size) => Math.max(most, Math.min(1, Math.abs(size))), 1e-6);
}

/**
 * Each number differs from the wanted one by no more than `tolerance` of it, or, where it is small, of the tensor's
 * largest; of 1 where the largest is above 1.
 */
export function expectClose(got: Tensor, wanted: Tensor, tolerance: number, what: string): void {
  const scale = scaleOf(wanted.data);
  expectCells(got, wanted, tolerance, what, (cell) => Math.max(Math.abs(wanted.data[cell]!), scale));
}

/** One number, as `expectClose`. */
export function expectNumber(got: number, wanted: number, tolerance: number, what: string): void {
  const scalar = (value: number): Tensor => ({ shape: [], data: Float32Array.of(value) });
  expectClose(scalar(got), scalar(wanted), tolerance, what);
}

/** What training made of a weight: how far it went from `start` is within 0.001 of how far Keras's went. */
export function expectTrained(got: Tensor, wanted: Tensor, start: Tensor, what: string): void {
  const far = wanted.data.map((value, cell) => value - start.data[cell]!);
  const scale = scaleOf(far);
  const rounding = ROUNDING / TRAINED;
  expectCells(got, wanted, TRAINED, what, (cell) =>
    Math.max(Math.abs(far[cell]!), scale, rounding * Math.max(1, Math.abs(wanted.data[cell]!))),
  );
}

interface ShapedNetwork {
  readonly outputs: readonly string[];
  readonly byName: ReadonlyMap<string, { readonly outputShape: Shape }>;
}

export function expectShapes({ outputs, byName }: ShapedNetwork, wanted: readonly Shape[]): void {
  expectSame(
    outputs.map((name) => byName.get(name)!.outputShape),
    wanted,
    'output shapes',
  );
}
