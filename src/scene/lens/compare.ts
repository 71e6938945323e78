import { flatIndex } from '../../base/tensor.ts';
import { kernelsText } from '../../text/kernels.ts';
import { formatNumber } from '../format.ts';
import { layerScale, signedScale } from '../layer-scale.ts';
import type { ImageMark, Mark } from '../marks.ts';
import type { Rect } from '../rect.ts';
import { caption, cell, grid, moved, READABLE } from './draw.ts';
import type { LensContext } from './request.ts';
import { weightNamed } from './values.ts';
import { weightFrame, weightOutline } from './weight-marks.ts';

const HEADING = 24;
const GAP = 28;
/** Below this width the filters stand one below the other. */
const NARROW = 460;
/** Share of a filter's room that its kernel takes. */
const KERNEL = 0.3;
const LARGEST_CELL = 40;
const SLICE_GAP = 5;
const FOOT = 22;

/** A filter's kernel, slice by slice: cells with their numbers where they can be read, else small images. */
function kernelMarks(context: LensContext, filter: number, { x, y, width, height }: Rect): Mark[] {
  const { layer } = context;
  const kernel = weightNamed(context, 'kernel')!;
  const [rows, cols, channels, filters] = kernel.shape as [number, number, number, number];
  const scale = signedScale(kernel.data);
  let across = 1;
  let size = 0;
  for (let columns = 1; columns <= channels; columns++) {
    const lines = Math.ceil(channels / columns);
    const fit = Math.min(
      (width - (columns - 1) * SLICE_GAP) / (columns * cols),
      (height - (lines - 1) * SLICE_GAP) / (lines * rows),
      LARGEST_CELL,
    );
    if (fit > size) [across, size] = [columns, fit];
  }
  // Whole pixels keep the hairlines between readable cells alike.
  if (size >= 4) size = Math.floor(size);
  const lines = Math.ceil(channels / across);
  const left = x + (width - across * (cols * size + SLICE_GAP) + SLICE_GAP) / 2;
  const top = y + (height - lines * (rows * size + SLICE_GAP) + SLICE_GAP) / 2;
  return Array.from({ length: channels }, (_, channel): Mark[] => {
    const sliceX = left + (channel % across) * (cols * size + SLICE_GAP);
    const sliceY = top + Math.floor(channel / across) * (rows * size + SLICE_GAP);
    if (size < READABLE) {
      const image: ImageMark = {
        type: 'image',
        x: sliceX,
        y: sliceY,
        width: cols * size,
        height: rows * size,
        values: kernel.data,
        offset: channel * filters + filter,
        rows,
        cols,
        rowStride: cols * channels * filters,
        colStride: channels * filters,
        scale,
        cells: { layer, weight: 'kernel', rest: [channel, filter] },
      };
      return [image];
    }
    const frames: Mark[] = [];
    const cells = Array.from({ length: rows * cols }, (_, at): Mark => {
      const index = [Math.floor(at / cols), at % cols, channel, filter];
      const value = kernel.data[flatIndex(kernel.shape, index)]!;
      const spot = { x: sliceX + index[1]! * size, y: sliceY + index[0]! * size, size };
      frames.push(...weightFrame(context, 'kernel', index, spot));
      return cell(spot.x, spot.y, size, value, scale, {
        target: { type: 'weight', layer, weight: 'kernel', index },
        outline: weightOutline(context, 'kernel', index, size),
      });
    });
    return [grid(sliceX, sliceY, rows, cols, size), ...cells, ...frames];
  }).flat();
}

/** A filter's output map with the cell that both share, and its number. */
function mapMarks(context: LensContext, filter: number, { x, y, width, height }: Rect): Mark[] {
  const { layer, index, traced, trace } = context;
  const { shape, data } = traced.output;
  const [rows, cols, channels] = shape as [number, number, number];
  const size = Math.min(width / cols, height / rows);
  const left = x + (width - cols * size) / 2;
  const top = y + (height - rows * size) / 2;
  const [row, col] = index as [number, number];
  const value = data[flatIndex(shape, [row, col, filter])]!;
  const box = { x: left + col * size - 1, y: top + row * size - 1, width: size + 2, height: size + 2 };
  return [
    {
      type: 'image',
      x: left,
      y: top,
      width: cols * size,
      height: rows * size,
      values: data,
      offset: filter,
      rows,
      cols,
      rowStride: cols * channels,
      colStride: channels,
      scale: layerScale(trace, layer),
      // On either map the pointer moves the cell that both share.
      cells: { layer, channel: index.at(-1)! },
    },
    // A halo of the surface keeps it visible on cells of its own colour.
    { type: 'rect', ...box, stroke: 'surface', strokeWidth: 4, opacity: 0.8 },
    { type: 'rect', ...box, stroke: 'accent', strokeWidth: 2 },
    caption(left + (cols * size) / 2, top + rows * size + 16, kernelsText.output(formatNumber(value)), {
      anchor: 'middle',
      ink: 'ink',
    }),
  ];
}

function filterMarks(context: LensContext, filter: number, width: number, height: number): Mark[] {
  const stacked = width < height;
  const room = height - HEADING - FOOT;
  const kernel = stacked
    ? { x: 0, y: HEADING, width, height: room * KERNEL }
    : { x: 0, y: HEADING, width: width * 0.42, height: room };
  const map = stacked
    ? { x: 0, y: HEADING + room * KERNEL + 14, width, height: room * (1 - KERNEL) - 14 }
    : { x: width * 0.42 + 16, y: HEADING, width: width * 0.58 - 16, height: room };
  const own = filter === context.index.at(-1);
  return [
    caption(width / 2, 12, kernelsText.filter(String(filter)), {
      anchor: 'middle',
      size: 12,
      weight: own ? 600 : 400,
      ink: own ? 'ink' : 'muted',
    }),
    ...kernelMarks(context, filter, kernel),
    ...mapMarks(context, filter, map),
  ];
}

/**
 * Two filters of a convolution on one picture: kernel and output map of each on the same scales, with the same cell in
 * focus; in their order, side by side, or one below the other where it is narrow. Undefined where no other filter was asked for.
 */
export function compareMarks(context: LensContext): Mark[] | undefined {
  const { width, height, index, compare, traced } = context;
  const own = index.at(-1)!;
  const other = compare === undefined || compare >= traced.output.shape[2]! ? own : compare;
  if (other === own) return undefined;
  const below = width < NARROW;
  const each = below
    ? { width, height: (height - 16 - GAP) / 2 }
    : { width: (width - GAP) / 2, height: Math.min(height - 16, width * 0.95) };
  const dx = below ? 0 : each.width + GAP;
  const dy = below ? each.height + GAP : 0;
  const top = below ? 0 : (height - 16 - each.height) / 2;
  const between = below
    ? [0, each.height + GAP / 2 - 4, width, each.height + GAP / 2 - 4]
    : [width / 2, top, width / 2, top + each.height];
  return [
    ...moved(filterMarks(context, Math.min(own, other), each.width, each.height), 0, top),
    ...moved(filterMarks(context, Math.max(own, other), each.width, each.height), dx, top + dy),
    { type: 'path', points: between, stroke: 'line', strokeWidth: 1 },
    caption(width / 2, height - 2, kernelsText.same, { anchor: 'middle', size: 10 }),
  ];
}
