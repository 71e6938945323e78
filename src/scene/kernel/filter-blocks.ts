import { sizeOf } from '../../base/tensor.ts';
import { channelAxisIn } from '../../model/channel-axis.ts';
import { kernelText } from '../../text/layers/kernel.ts';
import { formatCount, formatNumber } from '../format.ts';
import { caption, cell } from '../lens/draw.ts';
import type { LensContext } from '../lens/request.ts';
import { strongestOf } from '../lens/values.ts';
import type { Mark, Target } from '../marks.ts';
import type { Filters } from './filters-of.ts';

/** A sheet's depth: its edges behind the slice in front. */
const EDGES = { most: 3, step: 2 } as const;
const SHEET = { largest: 44, least: 9, gap: 6 } as const;
const SLICE = { largest: 56, least: 16, gap: 6 } as const;
const LINE = 16;
const FALL = 64;

interface Block {
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** One slice of a filter as an image. */
function sliceMark(
  { layer }: LensContext,
  { kernel, rows, cols, inputs, count, scale }: Filters,
  filter: number,
  channel: number,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Mark {
  return {
    type: 'image',
    ...box,
    values: kernel.data,
    offset: channel * count + filter,
    rows,
    cols,
    rowStride: cols * inputs * count,
    colStride: inputs * count,
    scale,
    ...(kernel.shape.length === 4 && { cells: { layer, weight: kernel.name, rest: [channel, filter] } }),
  };
}

function fitted({ rows, cols }: Filters, size: number) {
  const longest = Math.max(rows, cols);
  // A slice of a single line is as thick as it needs to be seen.
  return { width: (size * cols) / longest, height: Math.max(Math.min(10, size), (size * rows) / longest) };
}

/** All filters as sheets with their depth; the one looked at is marked. */
export function sheets(context: LensContext, filters: Filters, width: number, height: number): Block {
  const { count, inputs, filter, kernel } = filters;
  const edges = Math.min(EDGES.most, inputs - 1) * EDGES.step;
  const top = 2 * LINE + 2;
  const planAt = (size: number) => {
    const sheet = fitted(filters, size);
    const pitch = { x: sheet.width + edges + SHEET.gap, y: sheet.height + edges + SHEET.gap };
    const perLine = Math.max(1, Math.floor((width + SHEET.gap) / pitch.x));
    const lines = Math.max(1, Math.floor((height - top + SHEET.gap) / pitch.y));
    return { sheet, pitch, perLine, lines };
  };
  let size: number = SHEET.largest;
  while (size > SHEET.least && planAt(size).perLine * planAt(size).lines < count) size--;
  const plan = planAt(size);
  const room = plan.perLine * plan.lines;
  const shown = count <= room ? count : Math.max(1, room - 1);
  const perLine = Math.min(plan.perLine, Math.ceil(shown / Math.ceil(shown / plan.perLine)));
  const shape = kernel.shape.slice(0, -1).map(formatCount).join(' × ');
  const marks: Mark[] = [
    caption(0, 11, kernelText.filters(formatCount(count), shape), { ink: 'ink', weight: 600 }),
    ...(inputs > 1 ? [caption(0, 11 + LINE, kernelText.front('0'), { size: 10 })] : []),
  ];
  for (let at = 0; at < shown; at++) {
    const x = (at % perLine) * plan.pitch.x;
    const y = top + edges + Math.floor(at / perLine) * plan.pitch.y;
    const { width: wide, height: high } = plan.sheet;
    for (let edge = edges; edge > 0; edge -= EDGES.step) {
      const box = { x: x + edge, y: y - edge, width: wide, height: high };
      marks.push({ type: 'rect', ...box, fill: 'surface', stroke: 'line', strokeWidth: 1 });
    }
    const box = { x, y, width: wide, height: high };
    const { cells: _, ...image } = sliceMark(context, filters, at, 0, box) as Mark & { type: 'image' };
    const channelAxis = channelAxisIn(context.node.config, context.index.length);
    const target: Target = { type: 'cell', layer: context.layer, index: context.index.with(channelAxis, at) };
    marks.push({ ...image, target });
    if (at === filter) {
      const around = { x: x - 2, y: y - edges - 2, width: wide + edges + 4, height: high + edges + 4 };
      marks.push({ type: 'rect', ...around, stroke: 'accent', strokeWidth: 2, radius: 2 });
    }
  }
  if (shown < count) {
    const x = (shown % perLine) * plan.pitch.x;
    const y = top + edges + Math.floor(shown / perLine) * plan.pitch.y + plan.sheet.height * 0.7;
    marks.push(caption(x, y, kernelText.more(formatCount(count - shown)), { size: 10 }));
  }
  return { height: top + Math.ceil((shown + (shown < count ? 1 : 0)) / perLine) * plan.pitch.y, marks };
}

/** The opened filter's slices, below each the sum of its products. */
export function slices(context: LensContext, filters: Filters, width: number, height: number): Block {
  const { inputs, filter, first, sums, sumScale } = filters;
  const { source } = context;
  const top = 2 * LINE + 6;
  const planAt = (size: number) => {
    const slice = fitted(filters, size);
    const sum = Math.max(24, Math.min(34, size));
    const pitch = { x: Math.max(slice.width, sum) + SLICE.gap, y: slice.height + 2 + sum + SLICE.gap + 6 };
    const perLine = Math.max(1, Math.floor((width + SLICE.gap) / pitch.x));
    const lines = Math.max(1, Math.floor((height - top + SLICE.gap) / pitch.y));
    return { slice, sum, pitch, perLine, lines };
  };
  let size: number = SLICE.largest;
  while (size > SLICE.least && planAt(size).perLine * planAt(size).lines < inputs) size--;
  const plan = planAt(size);
  const room = plan.perLine * plan.lines;
  const shown = inputs <= room ? inputs : Math.max(1, room - 1);
  const perLine = Math.min(plan.perLine, Math.ceil(shown / Math.ceil(shown / plan.perLine)));
  // Where not all have room, the channels that add most.
  const order =
    shown === inputs
      ? sums.map((_, channel) => channel)
      : strongestOf(sums, shown).sort((one, other) => one - other);
  const heading = kernelText.opened(String(filter), formatCount(inputs), source.name);
  const marks: Mark[] = [
    caption(0, 11, heading, { ink: 'ink', weight: 600 }),
    caption(0, 11 + LINE, kernelText.partial, { size: 10 }),
  ];
  order.forEach((channel, at) => {
    const x = (at % perLine) * plan.pitch.x;
    const y = top + Math.floor(at / perLine) * plan.pitch.y;
    const wide = plan.pitch.x - SLICE.gap;
    const left = x + (wide - plan.slice.width) / 2;
    const target: Target = { type: 'map', layer: source.name, channel: first + channel };
    marks.push(
      sliceMark(context, filters, filter, channel, { x: left, y, ...plan.slice }),
      cell(x + (wide - plan.sum) / 2, y + plan.slice.height + 2, plan.sum, sums[channel]!, sumScale, {
        target,
      }),
    );
  });
  if (shown < inputs) {
    const x = (shown % perLine) * plan.pitch.x;
    const y = top + Math.floor(shown / perLine) * plan.pitch.y + plan.slice.height;
    marks.push(caption(x, y, kernelText.more(formatCount(inputs - shown)), { size: 10 }));
  }
  return { height: top + Math.ceil((shown + (shown < inputs ? 1 : 0)) / perLine) * plan.pitch.y, marks };
}

/** Channel after channel, where the sum stands before and after its share. */
export function waterfall(context: LensContext, { sums, first }: Filters, width: number): Block {
  const ends = [0];
  for (const sum of sums) ends.push(ends.at(-1)! + sum);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const top = LINE + 4;
  const scale = high > low ? (FALL - 4) / (high - low) : 0;
  const y = (value: number) => top + 2 + (high - value) * scale;
  const wide = Math.min(28, width / sums.length);
  const gap = wide > 4 ? 1 : 0;
  const marks: Mark[] = [
    caption(0, 11, kernelText.adding(formatCount(sums.length), sums.length === 1), { size: 10 }),
  ];
  marks.push({
    type: 'path',
    points: [0, y(0), wide * sums.length, y(0)],
    stroke: 'muted',
    strokeWidth: 1,
    opacity: 0.6,
  });
  sums.forEach((sum, channel) => {
    const [from, to] = [y(ends[channel]!), y(ends[channel + 1]!)];
    const target: Target = { type: 'map', layer: context.source.name, channel: first + channel };
    const box = {
      x: channel * wide,
      y: Math.min(from, to),
      width: wide - gap,
      height: Math.max(1, Math.abs(to - from)),
    };
    marks.push({ type: 'rect', ...box, fill: sum < 0 ? 'negative' : 'positive', target });
  });
  const end = y(ends.at(-1)!);
  const label = formatNumber(ends.at(-1)!);
  const x = wide * sums.length;
  if (x + 40 < width) marks.push(caption(x + 6, end + 4, label, { ink: 'ink', weight: 600 }));
  return { height: top + FALL, marks };
}

/** `5 × 5 × 32 = 800 weights a filter`, `+ 1 bias`, `× 64 filters = 51,264 parameters`. */
export function counting({ node }: LensContext, { kernel, count }: Filters): Block {
  const each = sizeOf(kernel.shape.slice(0, -1));
  const product = kernel.shape.slice(0, -1).map(formatCount).join(' × ');
  const lines = [
    kernelText.each(product, formatCount(each)),
    ...(node.weights.length > 1 ? [kernelText.bias] : []),
    kernelText.all(formatCount(count), formatCount(node.params)),
  ];
  const marks = lines.map((line, at) =>
    caption(0, 12 + at * LINE, line, at === lines.length - 1 ? { ink: 'ink', weight: 600 } : {}),
  );
  return { height: lines.length * LINE, marks };
}
