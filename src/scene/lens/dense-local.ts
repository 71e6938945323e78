import { sizeOf } from '../../base/tensor.ts';
import { INPUT_NAME } from '../../model/network.ts';
import { denseText } from '../../text/layers/dense.ts';
import { formatCount } from '../format.ts';
import { signedScale } from '../layer-scale.ts';
import type { Mark } from '../marks.ts';
import { moved, paragraph } from './draw.ts';
import type { Block } from './flow.ts';
import type { LensContext } from './request.ts';
import { strongestOf, weightNamed } from './values.ts';

const WINDOW = 3;
const MOST_MAPS = 16;

/** The maps that the flat input was made of: the nearest layer behind with as many cells, in the same order. */
function spatialShape({ network, node, source }: LensContext): readonly number[] | undefined {
  let name = node.inputs[0] ?? INPUT_NAME;
  for (;;) {
    const layer = network.byName.get(name);
    const shape = layer?.outputShape ?? network.inputShape;
    if (sizeOf(shape) !== source.data.length) return undefined;
    if (shape.length === 3) return shape;
    if (!layer) return undefined;
    name = layer.inputs[0] ?? INPUT_NAME;
  }
}

/** This unit's weights laid out as the maps they belong to, with the small window of a convolution on them. */
export function denseLocal(
  context: LensContext,
  terms: { readonly products: Float64Array },
  width: number,
  height: number,
): Block | undefined {
  const shape = spatialShape(context);
  const kernel = weightNamed(context, 'kernel')!;
  if (!shape || context.index.length !== 1) return undefined;
  const [rows, cols, channels] = shape as [number, number, number];
  if (rows * cols < 2) return undefined;
  const units = kernel.shape[1]!;
  const unit = context.index[0]!;
  const scale = signedScale(kernel.data);
  const shown = Math.min(channels, MOST_MAPS);
  const across = Math.ceil(Math.sqrt(shown));
  const gap = 5;
  const lines = Math.ceil(shown / across);
  const room = Math.min((width - (across - 1) * gap) / across, (height - 110 - (lines - 1) * gap) / lines);
  const step = Math.max(2, room) / Math.max(rows, cols);
  const strongest = strongestOf(terms.products, 1)[0] ?? 0;
  const place = Math.floor(strongest / channels);
  const window = Math.min(WINDOW, rows, cols);
  const row = Math.max(0, Math.min(rows - window, Math.floor(place / cols) - 1));
  const col = Math.max(0, Math.min(cols - window, (place % cols) - 1));
  const top = 40;
  const marks: Mark[] = [
    ...paragraph([denseText.sees(formatCount(rows * cols * channels))], width, 14).marks,
  ];
  for (let channel = 0; channel < shown; channel++) {
    const x = (channel % across) * (cols * step + gap);
    const y = top + Math.floor(channel / across) * (rows * step + gap);
    marks.push(
      {
        type: 'image',
        x,
        y,
        width: cols * step,
        height: rows * step,
        values: kernel.data,
        offset: channel * units + unit,
        rows,
        cols,
        rowStride: cols * channels * units,
        colStride: channels * units,
        scale,
      },
      {
        type: 'rect',
        x: x + col * step,
        y: y + row * step,
        width: window * step,
        height: window * step,
        stroke: 'accent',
        strokeWidth: 1.5,
      },
    );
  }
  const bottom = top + lines * (rows * step + gap);
  const local = denseText.local(formatCount(window * window * channels), `${window}×${window}`);
  marks.push(...moved(paragraph([local], width, 14).marks, 0, bottom + 4));
  return { width, height: bottom + 36, marks };
}
