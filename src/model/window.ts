/**
 * The window: which input cells does an output cell look at? Every layer that slides asks here, axis by axis,
 * and so do hover, playback, receptive fields and explanations. Nothing else computes an index of a window.
 */

/** `causal`: all padding before the first cell, so that no output looks at later input. */
export type Padding = 'valid' | 'same' | 'causal';

/** The window relation of one axis: which input cells an output cell looks at. */
export interface AxisWindow {
  /** Input cells. */
  readonly size: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  /** Cells of padding before the first and after the last input cell. */
  readonly before: number;
  readonly after: number;
  /** Output cells. */
  readonly output: number;
  /**
   * Read the other way, as transposed convolutions do: the kernel lies on the output. Tap `tap` of input cell `cell`
   * is output cell `cell * stride + tap * dilation - before`, and `before` and `after` are output cells cut off
   * (`after` is negative where some are added).
   */
  readonly transposed?: true;
}

/** One tap of a window: kernel cell `tap` lies on input cell `cell`; `inside` is false on padding. */
export interface Tap {
  readonly tap: number;
  readonly cell: number;
  readonly inside: boolean;
}

/** One tap of a window over several axes: kernel index and input index by axis. */
export interface WindowTap {
  readonly tap: readonly number[];
  readonly cell: readonly number[];
  readonly inside: boolean;
}

export interface AxisArguments {
  readonly size: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padding: Padding;
}

/** Input cells that a dilated kernel spans. */
function span(kernel: number, dilation: number): number {
  return (kernel - 1) * dilation + 1;
}

/** Cells of padding `[before, after]`. */
const PADDINGS: Record<Padding, (axis: AxisArguments) => readonly [number, number]> = {
  valid: () => [0, 0],
  // As TensorFlow: just enough for ceil(size / stride) output cells, the odd one after the last cell.
  same: ({ size, kernel, stride, dilation }) => {
    const output = Math.ceil(size / stride);
    const total = Math.max((output - 1) * stride + span(kernel, dilation) - size, 0);
    const before = Math.floor(total / 2);
    return [before, total - before];
  },
  causal: ({ kernel, dilation }) => [span(kernel, dilation) - 1, 0],
};

/** `output` is 0 or less where the window does not fit into the input. */
export function axisWindow(axis: AxisArguments): AxisWindow {
  const { size, kernel, stride, dilation } = axis;
  const [before, after] = PADDINGS[axis.padding](axis);
  const output = Math.floor((size + before + after - dilation * (kernel - 1) - 1) / stride) + 1;
  return { size, kernel, stride, dilation, before, after, output };
}

/**
 * Output cells of a transposed window and how many are cut off before them, as Keras 3 has it. A padding of the output
 * that is given makes its size definite; without one, `same` gives `size * stride` cells, `valid` at least `stride` for
 * each input cell.
 */
function transposedSizes(axis: AxisArguments, added: number | null): { output: number; before: number } {
  const { size, kernel, stride, dilation } = axis;
  const reach = span(kernel, dilation);
  if (axis.padding !== 'same') {
    const output = (size - 1) * stride + reach + (added ?? Math.max(stride - reach, 0));
    return { output, before: 0 };
  }
  const output = added === null ? size * stride : (size - 1) * stride + (reach % 2) + added;
  // The zeros around the spread input over which the turned kernel slides; the odd one comes first.
  const zeros = output + reach - 2 - (size - 1) * stride;
  return { output, before: reach - 1 - Math.min(Math.ceil(zeros / 2), reach - 1) };
}

/** A transposed convolution's window; `added` is Keras's `output_padding`. `output` may be 0. */
export function transposedWindow(axis: AxisArguments, added: number | null): AxisWindow {
  const { size, kernel, stride, dilation } = axis;
  const { output, before } = transposedSizes(axis, added);
  const after = (size - 1) * stride + span(kernel, dilation) - before - output;
  return { size, kernel, stride, dilation, before, after, output, transposed: true };
}

/** The plain window from a transposed window's output to its input: that of the convolution it transposes. */
export function turnedWindow(window: AxisWindow): AxisWindow {
  const { size, output, kernel, stride, dilation, before, after } = window;
  return { size: output, kernel, stride, dilation, before, after: Math.max(after, 0), output: size };
}

/** Input cell under the first tap of output cell `output`; negative on padding. */
export function windowStart(window: AxisWindow, output: number): number {
  if (!window.transposed) return output * window.stride - window.before;
  return Math.ceil((output + window.before - (window.kernel - 1) * window.dilation) / window.stride);
}

/** The taps of output cell `output` in kernel order, those on padding too. */
export function tapsOf(window: AxisWindow, output: number): Tap[] {
  const { size, kernel, stride, dilation, before } = window;
  const taps = Array.from({ length: kernel }, (_, tap) => {
    const cell = window.transposed
      ? (output + before - tap * dilation) / stride
      : output * stride - before + tap * dilation;
    return { tap, cell, inside: cell >= 0 && cell < size };
  });
  // Between the cells of an input that is spread there is nothing.
  return taps.filter(({ cell }) => Number.isInteger(cell));
}

/** Output cells that look at input cell `cell`, ascending. */
export function outputsOf(window: AxisWindow, cell: number): number[] {
  if (window.transposed) {
    return tapsOf(turnedWindow(window), cell)
      .filter((tap) => tap.inside)
      .map((tap) => tap.cell);
  }
  const outputs: number[] = [];
  for (let tap = window.kernel - 1; tap >= 0; tap--) {
    const start = cell + window.before - tap * window.dilation;
    const output = start / window.stride;
    if (start >= 0 && Number.isInteger(output) && output < window.output) outputs.push(output);
  }
  return outputs;
}

/** Every choice of one item per list, the last list fastest. */
function product<T>(lists: readonly (readonly T[])[]): T[][] {
  let choices: T[][] = [[]];
  for (const list of lists) choices = choices.flatMap((choice) => list.map((item) => [...choice, item]));
  return choices;
}

/** The taps of output cell `output` (one number an axis) in the kernel's row-major order, those on padding too. */
export function windowTaps(windows: readonly AxisWindow[], output: readonly number[]): WindowTap[] {
  const axes = windows.map((window, axis) => tapsOf(window, output[axis]!));
  return product(axes).map((taps) => ({
    tap: taps.map((tap) => tap.tap),
    cell: taps.map((tap) => tap.cell),
    inside: taps.every((tap) => tap.inside),
  }));
}

/** Output cells that look at input cell `cell` (one number an axis), in row-major order. */
export function windowOutputs(windows: readonly AxisWindow[], cell: readonly number[]): number[][] {
  return product(windows.map((window, axis) => outputsOf(window, cell[axis]!)));
}
