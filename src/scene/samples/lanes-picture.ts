import type { Tensor } from '../../base/tensor.ts';
import type { DatasetChannel } from '../../model/datasets/definition.ts';
import type { Mark, Picture } from '../marks.ts';

/** Lanes that are told apart; a sequence of more channels is better seen as a strip. */
export const MOST_LANES = 12;

/** Room between lanes, and for their names. */
const GAP = 4;
const NAMES = 88;
const TEXT = 11;

function extentOf({ data }: Tensor, channel: number, channels: number): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = channel; at < data.length; at += channels) {
    low = Math.min(low, data[at]!);
    high = Math.max(high, data[at]!);
  }
  return high > low ? [low, high] : [low - 1, low + 1];
}

/** The channels of a sequence `[step, channel]` as lines under one another, each on a scale of its own. */
export function lanesPicture(
  sample: Tensor,
  names: readonly DatasetChannel[],
  width: number,
  height: number,
): Picture {
  const [count = 0, channels = 1] = sample.shape;
  const each = (height - GAP * (channels - 1)) / channels;
  const left = names.length > 0 ? Math.min(NAMES, width / 3) : 0;
  const marks: Mark[] = [];
  for (let channel = 0; channel < channels; channel++) {
    const top = channel * (each + GAP);
    const [low, high] = extentOf(sample, channel, channels);
    marks.push({
      type: 'path',
      points: [left, top + each, width, top + each],
      stroke: 'line',
      strokeWidth: 1,
    });
    const name = names[channel]?.name;
    if (name !== undefined && each >= TEXT) {
      // As many letters as there is room for.
      const text = name.length > 13 ? `${name.slice(0, 12)}…` : name;
      marks.push({ type: 'text', x: 0, y: top + (each + TEXT * 0.7) / 2, text, size: TEXT, ink: 'muted' });
    }
    marks.push({
      type: 'signal',
      x: left,
      y: top + 1,
      width: width - left,
      height: each - 2,
      values: sample.data,
      offset: channel,
      stride: channels,
      count,
      low,
      high,
      ink: 'accent',
      strokeWidth: 1.25,
    });
  }
  return { width, height, marks };
}
