import type { ScaleSpec } from '../../base/color.ts';
import { sizeOf, stridesOf, type Tensor } from '../../base/tensor.ts';
import { timeDistributedText } from '../../text/layers/time-distributed.ts';
import { formatCount, formatShape } from '../format.ts';
import { layerScale, signedScale } from '../layer-scale.ts';
import type { Mark, Target } from '../marks.ts';
import { fitText, textWidth } from '../text-width.ts';
import { caption } from './draw.ts';
import type { Block } from './flow.ts';
import type { LensContext } from './request.ts';

const COLUMN = { most: 46, least: 16 } as const;
const THUMB = 26;
const BOX = 18;
const BUS = 14;
const LINE = 16;
const WEIGHT = { width: 62, height: 26 } as const;
const MOST_WEIGHTS = 2;
const NARROW = 520;

/** One slice of a tensor as a small picture: its first two axes, of further ones the first place. */
function thumb(
  { shape, data }: Pick<Tensor, 'shape' | 'data'>,
  slice: number,
  box: { x: number; y: number; width: number },
  scale: ScaleSpec,
  target: Target,
): Mark {
  const strides = stridesOf(shape);
  const rows = shape[1] ?? 1;
  const cols = shape[2] ?? 1;
  return {
    type: 'image',
    ...box,
    height: THUMB,
    values: data,
    offset: slice * strides[0]!,
    rows,
    cols,
    rowStride: strides[1] ?? 1,
    colStride: strides[2] ?? 1,
    scale,
    target,
  };
}

/** The weights of the layer inside, once, in a frame of their own. */
function weightsOnce({ weights, layer }: LensContext): Block {
  const own = weights.get(layer) ?? [];
  const shown = own.slice(0, MOST_WEIGHTS);
  const marks: Mark[] = [];
  let x = 6;
  for (const weight of shown) {
    const cols = weight.shape.at(-1)!;
    const rows = sizeOf(weight.shape) / cols;
    const label = timeDistributedText.weight(weight.name, formatShape(weight.shape));
    const width = Math.max(WEIGHT.width, textWidth(label, 10));
    const height = Math.min(WEIGHT.height, Math.max(7, rows * 9));
    marks.push(caption(x, 12, label, { size: 10 }), {
      type: 'image',
      x,
      y: 17,
      width: WEIGHT.width,
      height,
      values: weight.data,
      offset: 0,
      rows,
      cols,
      rowStride: cols,
      colStride: 1,
      scale: signedScale(weight.data),
    });
    x += width + 10;
  }
  if (own.length > shown.length) {
    const more = timeDistributedText.more(formatCount(own.length - shown.length));
    marks.push(caption(x, 30, more, { size: 10 }));
    x += textWidth(more, 10) + 8;
  }
  const height = 17 + WEIGHT.height + 6;
  const frame: Mark = {
    type: 'rect',
    x: 0,
    y: 0,
    width: x,
    height,
    fill: 'raised',
    stroke: 'line',
    radius: 4,
  };
  return { width: x, height, marks: [frame, ...marks] };
}

/** Every slice in a column: what it is before and after the layer, with a line from the one set of weights to each. */
export function sharedSlices(context: LensContext, kind: string, width: number): Block {
  const { source, traced, index, layer, weights, trace } = context;
  const slices = source.shape[0]!;
  const slice = index[0]!;
  const has = (weights.get(layer) ?? []).length > 0;
  const count = formatCount(slices);
  const title = has ? timeDistributedText.shared(kind, count) : timeDistributedText.bare(kind, count);
  const marks: Mark[] = [caption(0, 11, fitText(title, 11, width), { ink: 'second', weight: 600 })];
  const block = weightsOnce(context);
  const beside = width >= NARROW && has;
  const left = (beside ? block.width + 24 : 8) + 4;
  const top = LINE + (has && !beside ? block.height + 8 : 0) + 2;
  const room = width - left;
  const fits = Math.min(COLUMN.most, room / slices);
  const shown = fits >= COLUMN.least ? slices : Math.floor(room / 24);
  const column = fits >= COLUMN.least ? fits : room / shown;
  const first = Math.max(0, Math.min(slices - shown, slice - Math.floor(shown / 2)));
  const boxTop = top + THUMB + BUS;
  const afterTop = boxTop + BOX + 8;
  const scales = [layerScale(trace, source.name), layerScale(trace, layer)] as const;
  const drops: number[] = [];
  const flows: number[] = [];
  const inner = column - Math.max(4, column * 0.2);
  const cells: Mark[] = [];
  for (let at = first; at < first + shown; at++) {
    const x = left + (at - first) * column + (column - inner) / 2;
    const middle = x + inner / 2;
    const own = at === slice;
    const target: Target = { type: 'cell', layer, index: [at, ...index.slice(1)] };
    drops.push(x + inner / 4, top + THUMB + 5, x + inner / 4, boxTop, Number.NaN, Number.NaN);
    flows.push(
      middle,
      top + THUMB,
      middle,
      boxTop,
      Number.NaN,
      Number.NaN,
      middle,
      boxTop + BOX,
      middle,
      afterTop,
      Number.NaN,
      Number.NaN,
    );
    cells.push(
      thumb(source, at, { x, y: top, width: inner }, scales[0], target),
      thumb(traced.output, at, { x, y: afterTop, width: inner }, scales[1], target),
      {
        type: 'rect',
        x,
        y: boxTop,
        width: inner,
        height: BOX,
        radius: 3,
        fill: own ? 'accent-soft' : 'raised',
        stroke: own ? 'accent' : 'muted',
        strokeWidth: own ? 2 : 1,
        target,
      },
    );
    const text = formatCount(at);
    if (textWidth(text, 10) <= inner)
      cells.push(
        caption(middle, boxTop + 13, text, {
          size: 10,
          anchor: 'middle',
          ink: own ? 'ink' : 'muted',
          weight: own ? 600 : 400,
        }),
      );
    if (own)
      for (const y of [top, afterTop])
        cells.push({
          type: 'rect',
          x: x - 1.5,
          y: y - 1.5,
          width: inner + 3,
          height: THUMB + 3,
          stroke: 'accent',
          strokeWidth: 1.5,
        });
  }
  marks.push({ type: 'path', points: flows, stroke: 'line', strokeWidth: 1 });
  if (has) {
    const bus = top + THUMB + 5;
    const last = left + (shown - 1) * column + (column - inner) / 2 + inner / 4;
    const weightsTop = beside ? Math.max(LINE + 2, bus - block.height / 2) : LINE + 2;
    const from = beside ? [block.width, bus] : [3, weightsTop + block.height, 3, bus];
    marks.push(
      ...block.marks.map((mark) => (mark.type === 'path' ? mark : { ...mark, y: mark.y + weightsTop })),
      {
        type: 'path',
        points: [...from, last, bus, Number.NaN, Number.NaN, ...drops],
        stroke: 'second',
        strokeWidth: 1.25,
        opacity: 0.75,
      },
    );
  }
  marks.push(...cells);
  let end = afterTop + THUMB;
  if (shown < slices) {
    const range = timeDistributedText.slices(formatCount(first), formatCount(first + shown - 1), count);
    marks.push(caption(left, end + 13, range, { size: 10 }));
    end += LINE;
  }
  marks.push(
    caption(0, end + 18, timeDistributedText.opened(formatCount(slice), count), { ink: 'ink', weight: 600 }),
  );
  return { width, height: end + 26, marks };
}
