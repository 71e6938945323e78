import { type AxisWindow, windowStart } from '../../model/window.ts';
import { windowText } from '../../text/layers/window.ts';

/** A whole number with a real minus sign. */
export function numeral(value: number): string {
  return String(value).replace('-', '−');
}

/** `rows 3 to 5, columns 7 to 9 of conv2d`, of a volume its slices first: where the window of an output cell lies, padding included. */
export function windowPlace(
  windows: readonly AxisWindow[],
  index: readonly number[],
  source: string,
): string {
  const ranges = windows.map((window, axis) => {
    const first = windowStart(window, index[axis] ?? 0);
    return windowText.range(numeral(first), numeral(first + (window.kernel - 1) * window.dilation));
  });
  const [rows, cols] = ranges.slice(-2);
  if (windows.length > 2) return windowText.slices(ranges[0]!, windowText.place(rows!, cols!, source));
  // Of a single row only the columns tell something: they are steps.
  const sequence = windows[0]?.size === 1 && windows[0].kernel === 1;
  return sequence ? windowText.steps(cols!, source) : windowText.place(rows!, cols!, source);
}
