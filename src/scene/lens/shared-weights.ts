import { sizeOf } from '../../base/tensor.ts';
import { recurrentText } from '../../text/layers/recurrent.ts';
import { formatCount, formatShape } from '../format.ts';
import { signedScale } from '../layer-scale.ts';
import type { Mark } from '../marks.ts';
import { fitText, textWidth } from '../text-width.ts';
import { caption } from './draw.ts';
import type { Block } from './flow.ts';
import type { Unrolling } from './unrolling.ts';

const NAME = 15;
const GAP = 5;
const ROW = { most: 9, least: 2 } as const;
const MOST_HEIGHT = 40;

/** Height of a weight's block of so many rows. */
function heightOf(rows: number): number {
  return Math.max(
    6,
    Math.min(MOST_HEIGHT, rows * Math.max(ROW.least, Math.min(ROW.most, MOST_HEIGHT / rows))),
  );
}

/**
 * The layer's weights, once: kernel, recurrent kernel and bias one below the other, so that a gate's columns stand over
 * one another; those of the unit looked at are framed.
 */
export function sharedWeights({ values, unrolled, config, unit }: Unrolling, width: number): Block {
  const marks: Mark[] = [];
  const gates = unrolled.gates;
  const columns = gates.length * config.units;
  const column = width / columns;
  let y = 0;
  if (gates.length > 1) {
    gates.forEach((gate, block) => {
      const x = ((block + 0.5) * width) / gates.length;
      const letter = recurrentText.letters[gate] ?? gate;
      marks.push(caption(x, 10, letter, { anchor: 'middle', weight: 600, ink: 'ink' }));
    });
    y = 14;
  }
  const top = y;
  for (const weight of values.weights) {
    const rows = weight.shape.length > 1 ? weight.shape[0]! : 1;
    const height = heightOf(rows);
    const size = formatShape(weight.shape);
    const long = recurrentText.weight(weight.name, size, formatCount(sizeOf(weight.shape)));
    const text = textWidth(long, 10) <= width ? long : fitText(`${weight.name} ${size}`, 10, width);
    marks.push(caption(0, y + 11, text, { size: 10 }));
    y += NAME;
    marks.push({
      type: 'image',
      x: 0,
      y,
      width,
      height,
      values: weight.data,
      offset: 0,
      rows,
      cols: columns,
      rowStride: columns,
      colStride: 1,
      scale: signedScale(weight.data),
    });
    for (let block = 1; block < gates.length; block++) {
      const x = (block * width) / gates.length;
      marks.push({ type: 'path', points: [x, y, x, y + height], stroke: 'surface', strokeWidth: 2 });
    }
    gates.forEach((_, block) => {
      const own = Math.max(column, 3);
      const middle = (block * config.units + unit + 0.5) * column;
      const x = Math.max(0, Math.min(width - own, middle - own / 2));
      marks.push({
        type: 'rect',
        x,
        y: y - 1,
        width: own,
        height: height + 2,
        stroke: 'accent',
        strokeWidth: 1,
      });
    });
    y += height + GAP;
  }
  const end = y - GAP;
  marks.unshift({
    type: 'rect',
    x: -6,
    y: top - 2,
    width: width + 12,
    height: end - top + 8,
    fill: 'raised',
    stroke: 'line',
    radius: 4,
  });
  return { width, height: end + 6, marks };
}
