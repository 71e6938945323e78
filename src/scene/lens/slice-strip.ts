import { type AxisWindow, tapsOf, windowStart } from '../../model/window.ts';
import { sliceText } from '../../text/layers/slices.ts';
import { layerScale } from '../layer-scale.ts';
import type { Mark } from '../marks.ts';
import { caption } from './draw.ts';
import type { Block } from './flow.ts';
import type { LensContext } from './request.ts';

const LARGEST = 64;
const LEAST = 22;
const GAP = 6;
const TOP = 18;
const BELOW = 14;

/** The slices that find room, those that the window covers among them. */
function shownSlices(count: number, covered: readonly number[], room: number): readonly number[] {
  if (count <= room) return Array.from({ length: count }, (_, slice) => slice);
  const middle = ((covered[0] ?? 0) + (covered.at(-1) ?? 0)) / 2;
  const first = Math.max(0, Math.min(count - room, Math.round(middle - (room - 1) / 2)));
  return Array.from({ length: room }, (_, at) => first + at);
}

/**
 * A volume slice by slice, the window lit in each slice that it covers: `[slice, row, col, channel]` and a window an
 * axis. Of a dilated window the slices between are dark.
 */
export function sliceStrip(context: LensContext, windows: readonly AxisWindow[], channel: number): Block {
  const { source, index, trace, width } = context;
  const [count, rows, cols, channels] = source.shape as [number, number, number, number];
  const [depth, down, across] = windows as [AxisWindow, AxisWindow, AxisWindow];
  const whole = index.length === 1 ? [0, 0, 0] : index;
  const covered = tapsOf(depth, whole[0]!).flatMap(({ cell, inside }) => (inside ? [cell] : []));
  const longest = Math.max(rows, cols);
  const fitting = Math.floor((width + GAP) / count) - GAP;
  const size = Math.max(LEAST, Math.min(LARGEST, fitting));
  const unit = size / longest;
  const slices = shownSlices(count, covered, Math.max(1, Math.floor((width + GAP) / (cols * unit + GAP))));
  const [wide, high] = [cols * unit, rows * unit];
  const start = Math.max(0, (width - slices.length * (wide + GAP) + GAP) / 2);
  const span = (window: AxisWindow, at: number, limit: number) => {
    const first = windowStart(window, at);
    const end = first + (window.kernel - 1) * window.dilation + 1;
    return [Math.max(0, first), Math.min(limit, end)] as const;
  };
  const [firstRow, endRow] = span(down, whole[1]!, rows);
  const [firstCol, endCol] = span(across, whole[2]!, cols);
  const name = sliceText.strip(source.name, String(count), channels > 1 ? String(channel) : undefined);
  const marks: Mark[] = [caption(start, 11, name, { size: 10 })];
  slices.forEach((slice, at) => {
    const x = start + at * (wide + GAP);
    const lit = covered.includes(slice);
    marks.push(
      {
        type: 'image',
        x,
        y: TOP,
        width: wide,
        height: high,
        values: source.data,
        offset: slice * rows * cols * channels + channel,
        rows,
        cols,
        rowStride: cols * channels,
        colStride: channels,
        scale: layerScale(trace, source.name),
        cells: { layer: source.name, place: { down: 1, across: 2, at: [slice, 0, 0, channel] } },
      },
      caption(x + wide / 2, TOP + high + 11, String(slice), {
        size: 10,
        anchor: 'middle',
        ink: lit ? 'accent' : 'muted',
        weight: lit ? 600 : 400,
      }),
    );
    if (!lit || endRow <= firstRow || endCol <= firstCol) return;
    const box = {
      x: x + firstCol * unit - 1,
      y: TOP + firstRow * unit - 1,
      width: (endCol - firstCol) * unit + 2,
      height: (endRow - firstRow) * unit + 2,
    };
    marks.push(
      { type: 'rect', ...box, stroke: 'surface', strokeWidth: 4, opacity: 0.8 },
      { type: 'rect', ...box, stroke: 'accent', strokeWidth: 2 },
    );
  });
  return { width, height: TOP + high + BELOW, marks };
}
