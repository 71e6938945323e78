import type { ScaleSpec } from '../../base/color.ts';
import { type Shape, sizeOf, type Tensor } from '../../base/tensor.ts';
import { formatNumber } from '../format.ts';
import { isColor } from '../layer-scale.ts';
import type { Ink, Mark, Picture } from '../marks.ts';
import { imageOf, viewOfShape } from '../view-of-shape.ts';

/** Height of a row of steps at most. */
const LARGEST_ROW = 22;

/** So few channels are drawn as lines, of so many steps at least. */
const MOST_LINES = 3;
const LEAST_STEPS = 5;
const INKS: readonly Ink[] = ['accent', 'second', 'muted'];

/** Room above and below lines. */
const INSET = 3;

/** A line of its own for each of more channels needs so much height. */
const LEAST_LINE = 8;

/** Whether a sample is drawn as lines over its steps, or over its features, which are one line. */
function isSignal(shape: Shape, channelAxis: number): boolean {
  if (shape.length === 1) return shape[0]! >= LEAST_STEPS;
  return shape.length === 2 && shape[channelAxis]! <= MOST_LINES && shape[1 - channelAxis]! >= LEAST_STEPS;
}

function extentOf(data: Float32Array): { readonly low: number; readonly high: number } {
  let low = 0;
  let high = 0;
  for (const value of data) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high > low ? { low, high } : { low: 0, high: 1 };
}

/** A line a channel over the steps, on a line at zero. */
function linesPicture({ shape, data }: Tensor, channelAxis: number, width: number, height: number): Picture {
  const flat = shape.length === 1;
  const channels = flat ? 1 : shape[channelAxis]!;
  const count = flat ? shape[0]! : shape[1 - channelAxis]!;
  // Channels last are next to one another, channels first a whole line apart.
  const last = flat || channelAxis === 1;
  const { low, high } = extentOf(data);
  const inset = Math.min(INSET, height / 8);
  const room = height - 2 * inset;
  const zero = inset + (high / (high - low)) * room;
  return {
    width,
    height,
    marks: [
      { type: 'path', points: [0, zero, width, zero], stroke: 'line', strokeWidth: 1 },
      ...Array.from(
        { length: channels },
        (_, channel): Mark => ({
          type: 'signal',
          x: 0,
          y: inset,
          width,
          height: room,
          values: data,
          offset: last ? channel : channel * count,
          stride: last ? channels : 1,
          count,
          low,
          high,
          ink: INKS[channel]!,
          strokeWidth: 1.25,
        }),
      ),
    ],
  };
}

/** One number says more than its colour. */
function numberPicture(value: number, width: number, height: number): Picture {
  const size = Math.min(LARGEST_ROW, height * 0.5);
  return {
    width,
    height,
    marks: [
      {
        type: 'text',
        x: width / 2,
        y: height / 2 + size * 0.36,
        text: formatNumber(value),
        size,
        weight: 500,
        ink: 'ink',
        anchor: 'middle',
      },
    ],
  };
}

/** Whether each channel of a sequence has room for a line of its own, below the one before. */
function hasRoom(shape: Shape, channelAxis: number, height: number): boolean {
  return (
    shape.length === 2 &&
    shape[1 - channelAxis]! >= LEAST_STEPS * 4 &&
    height / shape[channelAxis]! >= LEAST_LINE
  );
}

/** A line for each channel, one below another, all on one scale. */
function stackedPicture(
  { shape, data }: Tensor,
  channelAxis: number,
  width: number,
  height: number,
): Picture {
  const [channels, count] = [shape[channelAxis]!, shape[1 - channelAxis]!];
  const { low, high } = extentOf(data);
  const each = height / channels;
  const zero = (high / (high - low)) * (each - 2);
  const marks = Array.from({ length: channels }, (_, channel): Mark[] => {
    const y = channel * each + 1;
    const strides =
      channelAxis === 1 ? { offset: channel, stride: channels } : { offset: channel * count, stride: 1 };
    return [
      { type: 'path', points: [0, y + zero, width, y + zero], stroke: 'line', strokeWidth: 1 },
      {
        type: 'signal',
        x: 0,
        y,
        width,
        height: each - 2,
        values: data,
        ...strides,
        count,
        low,
        high,
        ink: 'accent',
        strokeWidth: 1,
      },
    ];
  });
  return { width, height, marks: marks.flat() };
}

/**
 * A sample as large as fits: a sequence of few channels, or a list of numbers, as lines, more channels below one another
 * where there is room; any other sequence as a strip of step × channel, its steps across; one channel of a `[row, col, channel]` picture, or the picture in its colours.
 */
export function samplePicture(
  tensor: Tensor,
  scale: ScaleSpec,
  width: number,
  height: number,
  channelAxis: number = tensor.shape.length - 1,
): Picture {
  const { shape, data } = tensor;
  if (shape.length < 3 && sizeOf(shape) === 1) return numberPicture(data[0]!, width, height);
  if (isSignal(shape, channelAxis)) return linesPicture(tensor, channelAxis, width, height);
  if (hasRoom(shape, channelAxis, height)) return stackedPicture(tensor, channelAxis, width, height);
  const { offset, rows, cols, rowStride, colStride } = viewOf(shape, channelAxis);
  const unit = Math.min(width / cols, height / rows);
  // Steps and features, or a flat input, fill the room: their cells need not be squares.
  const free = shape.length < 3;
  const [across, down] = free ? [width, Math.min(height, rows * LARGEST_ROW)] : [cols * unit, rows * unit];
  const place = { x: (width - across) / 2, y: free ? (height - down) / 2 : 0, width: across, height: down };
  const cells = { values: data, offset, rows, cols, rowStride, colStride };
  const color = scale.type === 'light' && isColor(shape);
  return { width, height, marks: [{ type: 'image', ...place, ...cells, scale, ...(color && { color }) }] };
}

function viewOf(shape: Shape, channelAxis: number) {
  if (shape.length < 2) return { offset: 0, rows: 1, cols: shape[0] ?? 1, rowStride: 0, colStride: 1 };
  const middle = shape.map((size) => Math.floor(size / 2));
  return imageOf(viewOfShape(shape, channelAxis, true), 0, middle);
}

/** The scale of a sample: from 0 to 1 at least, light for a colour picture, else gray; diverging where there are signs. */
export function sampleScale({ shape, data }: Tensor): ScaleSpec {
  const { low, high } = extentOf(data);
  if (low < 0) return { type: 'diverging', limit: Math.max(-low, high) };
  return { type: isColor(shape) ? 'light' : 'gray', min: 0, max: Math.max(high, 1) };
}
