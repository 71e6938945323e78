import type { Mark, Picture } from '../marks.ts';

/** A series of which samples are windows, and the window that is looked at. */
export interface WindowsRequest {
  /** `[row, channel]` */
  readonly values: Float32Array;
  readonly channels: number;
  readonly rows: number;
  /** The channel that is forecast. */
  readonly channel: number;
  /** Rows from here on test; those before train. */
  readonly testFrom: number;
  readonly lookback: number;
  readonly ahead: number;
  /** Row at which the window begins; undefined where none is looked at. */
  readonly first: number | undefined;
  /** Words on the picture. */
  readonly words: {
    readonly train: string;
    readonly test: string;
    readonly window: string;
    readonly target: string;
  };
}

const SIZE = 11;
const HEAD = 16;
const GAP = 10;
/** Windows that have room beside the one looked at, on either side. */
const BESIDE = 3;

function extentOf({ values, channels, channel, rows }: WindowsRequest, from: number, to: number) {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = Math.max(0, from); row < Math.min(rows, to); row++) {
    const value = values[row * channels + channel]!;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high > low ? { low, high } : { low: low - 1, high: low + 1 };
}

/** The whole series: for each pixel a stroke from the least to the largest of its rows. */
function whole(request: WindowsRequest, y: number, width: number, height: number): Mark[] {
  const { rows, testFrom, words } = request;
  const { low, high } = extentOf(request, 0, rows);
  const level = (value: number) => y + height - ((value - low) / (high - low)) * height;
  const columns = Math.max(1, Math.floor(width));
  const points: number[] = [];
  for (let column = 0; column < columns; column++) {
    const from = Math.floor((column / columns) * rows);
    const reach = extentOf(request, from, Math.max(from + 1, Math.floor(((column + 1) / columns) * rows)));
    points.push(column, level(reach.high), column, level(reach.low));
  }
  const border = (testFrom / rows) * width;
  return [
    { type: 'rect', x: border, y, width: width - border, height, fill: 'accent-soft' },
    { type: 'path', points, stroke: 'muted', strokeWidth: 0.75 },
    { type: 'path', points: [border, y - 4, border, y + height], stroke: 'ink', strokeWidth: 1 },
    { type: 'text', x: border - 5, y: y - 5, text: words.train, size: SIZE, ink: 'muted', anchor: 'end' },
    { type: 'text', x: border + 5, y: y - 5, text: words.test, size: SIZE, ink: 'muted' },
  ];
}

/** The rows around the window, large: which it has, and which one is to be forecast. */
function near(request: WindowsRequest, first: number, y: number, width: number, height: number): Mark[] {
  const { values, channels, channel, rows, lookback, ahead, words } = request;
  const side = Math.max(4, lookback * BESIDE);
  const from = Math.max(0, first - side);
  const to = Math.min(rows, first + lookback + ahead + side);
  const { low, high } = extentOf(request, from, to);
  const each = width / (to - from);
  const x = (row: number) => (row - from + 0.5) * each;
  const level = (row: number) => {
    const value = values[row * channels + channel]!;
    return y + height - 4 - ((value - low) / (high - low)) * (height - 8);
  };
  const left = (first - from) * each;
  const across = lookback * each;
  const target = first + lookback - 1 + ahead;
  const line = Array.from({ length: to - from }, (_, at) => [x(from + at), level(from + at)]).flat();
  const dot = (row: number, size: number): Mark => ({
    type: 'rect',
    x: x(row) - size / 2,
    y: level(row) - size / 2,
    width: size,
    height: size,
    radius: size / 2,
    fill: 'accent',
  });
  const known = Array.from({ length: lookback }, (_, at) => dot(first + at, 4));
  return [
    {
      type: 'rect',
      x: left,
      y,
      width: across,
      height,
      fill: 'accent-soft',
      stroke: 'accent',
      strokeWidth: 1,
      radius: 2,
    },
    { type: 'path', points: line, stroke: 'muted', strokeWidth: 1 },
    ...known,
    {
      type: 'rect',
      x: target * each - from * each,
      y,
      width: each,
      height,
      stroke: 'accent',
      strokeWidth: 1,
      dash: [3, 2],
    },
    ...(target < rows ? [dot(target, 7)] : []),
    { type: 'text', x: left, y: y - 5, text: words.window, size: SIZE, ink: 'ink' },
    {
      type: 'text',
      x: Math.min(x(target) + each / 2 + 6, width),
      y: y - 5,
      text: words.target,
      size: SIZE,
      ink: 'accent',
      anchor: x(target) > width / 2 + across ? 'end' : 'start',
    },
  ];
}

/**
 * How windows are cut from a series: the whole of it, with the part that trains and the part that tests, and where the
 * window in hand lies; below, its own rows among those beside it, and the one that is to be forecast.
 */
export function windowsStrip(request: WindowsRequest, width: number, height: number): Picture {
  const { first, rows, lookback } = request;
  const lower = first === undefined ? 0 : (height - 2 * HEAD - GAP) * 0.56;
  const upper = height - HEAD - (first === undefined ? 0 : lower + HEAD + GAP);
  const marks = whole(request, HEAD, width, upper);
  if (first === undefined) return { width, height, marks };
  const at = (first / rows) * width;
  const wide = Math.max(3, (lookback / rows) * width);
  const below = HEAD + upper + GAP + HEAD;
  return {
    width,
    height,
    marks: [
      ...marks,
      { type: 'rect', x: at - 1, y: HEAD - 3, width: wide, height: upper + 6, fill: 'accent' },
      ...near(request, first, below, width, lower),
    ],
  };
}
