import type { Tensor } from '../base/tensor.ts';

/** What a line runs between, from bottom to top. */
export interface SignalRange {
  readonly low: number;
  readonly high: number;
}

/** Channels whose spans differ by more than this have different units: each then has a range of its own. */
const MOST_APART = 6;
/** A line that stays this far from zero, in its own spans, is not shown against zero. */
const FAR = 2;

const found = new WeakMap<Float32Array, readonly SignalRange[]>();

function rangeOf({ low, high }: SignalRange): SignalRange {
  const span = high - low;
  const far = span > 0 && Math.min(Math.abs(low), Math.abs(high)) > FAR * span && low * high > 0;
  if (far) return { low: low - span * 0.05, high: high + span * 0.05 };
  const [bottom, top] = [Math.min(0, low), Math.max(0, high)];
  return top > bottom ? { low: bottom, high: top } : { low: 0, high: 1 };
}

function extents({ data, shape }: Tensor, channelAxis: number): SignalRange[] {
  const channels = shape[channelAxis]!;
  const run = channelAxis === 0 ? shape[1]! : 1;
  const all = Array.from({ length: channels }, () => ({ low: Infinity, high: -Infinity }));
  for (let at = 0; at < data.length; at++) {
    const value = data[at]!;
    const extent = all[Math.floor(at / run) % channels]!;
    if (value < extent.low) extent.low = value;
    if (value > extent.high) extent.high = value;
  }
  return all.map(({ low, high }) => (low <= high ? { low, high } : { low: 0, high: 0 }));
}

/**
 * The range of each channel of a sequence: one for all, so that lines can be compared; of the probe, whose channels
 * may have units of their own, one each where they are too far apart. Remembered, since arrays of a trace are never
 * changed in place.
 */
export function signalRanges(tensor: Tensor, channelAxis: number, probe: boolean): readonly SignalRange[] {
  const known = found.get(tensor.data);
  if (known) return known;
  const each = extents(tensor, channelAxis);
  const spans = each.map(({ low, high }) => high - low).filter((span) => span > 0);
  const apart = probe && Math.max(...spans) > MOST_APART * Math.min(...spans);
  const all = rangeOf({
    low: Math.min(...each.map(({ low }) => low)),
    high: Math.max(...each.map(({ high }) => high)),
  });
  const ranges = each.map((extent) => (apart ? rangeOf(extent) : all));
  found.set(tensor.data, ranges);
  return ranges;
}
