import { type AxisWindow, tapsOf, windowStart } from '../../model/window.ts';

/** A window of a sequence, as pictures over time place it; in steps, a step's middle at a half. */
export interface TimeWindow {
  readonly window: AxisWindow;
  /** All that is shown: from the first step that the window may come to lie on to the last, not included. */
  readonly from: number;
  readonly to: number;
  /** From where to where padding is added, where it is. */
  readonly padded: readonly [number, number];
  /** Sees no step after its own. */
  readonly causal: boolean;
  /** Where the middle of an output step stands, and how wide it is. */
  middleOf(output: number): number;
  readonly each: number;
}

/** Of a window that spreads, as a transposed convolution's: its output's steps lie closer than the input's. */
function spreadWindow(window: AxisWindow): TimeWindow {
  const reach = (window.kernel - 1) * window.dilation;
  const each = 1 / window.stride;
  const middleOf = (output: number) => (output + window.before - reach / 2) * each + 0.5;
  return {
    window,
    from: Math.min(0, middleOf(0) - each / 2),
    to: Math.max(window.size, middleOf(window.output - 1) + each / 2),
    padded: [0, window.size],
    causal: false,
    middleOf,
    each,
  };
}

export function timeWindow(window: AxisWindow): TimeWindow {
  if (window.transposed) return spreadWindow(window);
  const reach = (window.kernel - 1) * window.dilation;
  const causal = reach > 0 && window.before === reach && window.after === 0;
  const end = windowStart(window, window.output - 1) + reach + 1;
  const to = Math.max(window.size, end);
  return {
    window,
    from: -window.before,
    to,
    padded: [-window.before, to],
    causal,
    middleOf: (output) => windowStart(window, output) + (causal ? reach : reach / 2) + 0.5,
    each: window.stride,
  };
}

/** The steps that lie under the window of an output step: first and last, and each that a tap is on. */
export function tapSteps({ window }: TimeWindow, output: number) {
  const taps = tapsOf(window, output).filter((tap) => tap.inside || !window.transposed);
  const steps = taps.map((tap) => tap.cell).sort((one, other) => one - other);
  return { steps, first: steps[0] ?? 0, last: steps.at(-1) ?? 0 };
}
