import type { ScaleSpec } from '../../base/color.ts';
import type { Shape, Tensor } from '../../base/tensor.ts';
import { isColor } from '../../scene/layer-scale.ts';
import type { Mark, Picture } from '../../scene/marks.ts';
import { imageOf, viewOfShape } from '../../scene/view-of-shape.ts';

/** The scale of a sample of a data set, 0 to 1: light for a colour picture, else gray. */
export function sampleScale({ shape }: Tensor): ScaleSpec {
  return { type: isColor(shape) ? 'light' : 'gray', min: 0, max: 1 };
}

/** Height of a row of steps at most. */
const LARGEST_ROW = 22;

function viewOf(shape: Shape, channelAxis: number) {
  if (shape.length < 2) return { offset: 0, rows: 1, cols: shape[0] ?? 1, rowStride: 0, colStride: 1 };
  const view = viewOfShape(shape, channelAxis, true);
  return imageOf(
    view,
    0,
    shape.map((size) => Math.floor(size / 2)),
  );
}

/** So few channels are drawn as lines, of so many steps at least. */
const MOST_LINES = 3;
const LEAST_STEPS = 12;
const INKS = ['accent', 'second', 'muted'] as const;

function isSignal(shape: Shape, channelAxis: number): boolean {
  return shape.length === 2 && shape[channelAxis]! <= MOST_LINES && shape[1 - channelAxis]! >= LEAST_STEPS;
}

/** A line a channel over the steps, from the least to the largest number. */
function signalPicture({ shape, data }: Tensor, channelAxis: number, width: number, height: number): Picture {
  const {
    rows: channels,
    cols: steps,
    rowStride,
    colStride,
  } = imageOf(viewOfShape(shape, channelAxis, true), 0, []);
  const finite = data.filter(Number.isFinite);
  const least = finite.reduce((low, value) => Math.min(low, value), 0);
  const most = finite.reduce((high, value) => Math.max(high, value), 0);
  const y = (value: number) => height - 4 - ((value - least) / (most - least || 1)) * (height - 8);
  const zero = [0, y(0), width, y(0)];
  return {
    width,
    height,
    marks: [
      { type: 'path', points: zero, stroke: 'line', strokeWidth: 1 },
      ...Array.from({ length: channels }, (_, channel): Mark => {
        const points = Array.from({ length: steps }, (__, step) => [
          (step / (steps - 1)) * width,
          y(data[channel * rowStride + step * colStride]!),
        ]).flat();
        return { type: 'path', points, stroke: INKS[channel]!, strokeWidth: 1.25 };
      }),
    ],
  };
}

/** A sequence of few channels as lines, a colour picture in its colours, any other sequence as one map, its steps across, else one channel of a `[row, col, channel]` tensor as large as fits; a flat tensor as one row. */
export function mapPicture(
  tensor: Tensor,
  scale: ScaleSpec,
  width: number,
  height: number,
  channelAxis: number = tensor.shape.length - 1,
): Picture {
  if (isSignal(tensor.shape, channelAxis)) return signalPicture(tensor, channelAxis, width, height);
  const { offset, rows, cols, rowStride, colStride } = viewOf(tensor.shape, channelAxis);
  const unit = Math.min(width / cols, height / rows);
  // Steps and features, or a flat input, fill the room: their cells need not be squares.
  const free = tensor.shape.length < 3;
  const [across, down] = free ? [width, Math.min(height, rows * LARGEST_ROW)] : [cols * unit, rows * unit];
  const place = { x: (width - across) / 2, y: 0, width: across, height: down };
  return {
    width,
    height,
    marks: [
      {
        type: 'image',
        ...place,
        values: tensor.data,
        offset,
        rows,
        cols,
        rowStride,
        colStride,
        scale,
        ...(scale.type === 'light' && isColor(tensor.shape) && { color: true }),
      },
    ],
  };
}
