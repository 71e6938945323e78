import { flatIndex, indexAt } from '../../base/tensor.ts';
import { flattenText } from '../../text/layers/flatten.ts';
import { formatCount, formatNumber } from '../format.ts';
import { layerScale } from '../layer-scale.ts';
import { channelsLast } from '../lens/channels-last.ts';
import { caption, cell } from '../lens/draw.ts';
import { leftSide, plain } from '../lens/formula.ts';
import type { FormulaPart, LayerScene, LensContext } from '../lens/request.ts';
import type { Mark } from '../marks.ts';

const STRIP = 16;

/** The cell of the input that stands at the position looked at. */
function originOf({ source, index }: LensContext): number[] {
  return indexAt(source.shape, index[0]!);
}

function drawing(context: LensContext): Mark[] {
  const { source, index, layer, width, height, trace } = context;
  const origin = originOf(context);
  const scale = layerScale(trace, source.name);
  const count = source.data.length;
  const position = index[0]!;
  const value = source.data[position]!;
  const target = { type: 'cell', layer: source.name, index: origin } as const;
  const [rows, cols, channels] =
    source.shape.length === 3 ? (source.shape as [number, number, number]) : [1, count, 1];
  const [row, col, channel] =
    source.shape.length === 3 ? (origin as [number, number, number]) : [0, position, 0];
  const stripTop = height * 0.78;
  const side = Math.min(width * 0.5, stripTop - 96, 240);
  const unit = side / Math.max(rows, cols);
  const left = (width - cols * unit) / 2;
  const top = 30 + Math.max(0, (stripTop - 96 - rows * unit) / 2);
  const at = { x: left + (col + 0.5) * unit, y: top + (row + 0.5) * unit };
  const box = Math.max(unit, 6) + 4;
  const x = (position + 0.5) * (width / count);
  const number = 40;
  const numberX = Math.max(0, Math.min(width - number, x - number / 2));
  const name = source.shape.length === 3 ? flattenText.from(row, col, channel) : source.name;
  return [
    {
      type: 'path',
      points: [
        at.x,
        at.y,
        at.x,
        (top + rows * unit + stripTop - number) / 2,
        numberX + number / 2,
        stripTop - number - 12,
      ],
      stroke: 'accent',
      strokeWidth: 1.25,
      opacity: 0.6,
    },
    {
      type: 'image',
      x: left,
      y: top,
      width: cols * unit,
      height: rows * unit,
      values: source.data,
      offset: channel,
      rows,
      cols,
      rowStride: cols * channels,
      colStride: channels,
      scale,
      cells: source.shape.length === 3 ? { layer: source.name, channel } : { layer: source.name },
    },
    {
      type: 'rect',
      x: at.x - box / 2,
      y: at.y - box / 2,
      width: box,
      height: box,
      stroke: 'accent',
      strokeWidth: 2,
    },
    caption(width / 2, top - 12, name, { anchor: 'middle' }),
    cell(numberX, stripTop - number - 12, number, value, scale, { target, outline: 'accent' }),
    {
      type: 'image',
      x: 0,
      y: stripTop,
      width,
      height: STRIP,
      values: source.data,
      offset: 0,
      rows: 1,
      cols: count,
      rowStride: count,
      colStride: 1,
      scale,
      cells: { layer },
    },
    {
      type: 'rect',
      x: x - 2,
      y: stripTop - 4,
      width: 4,
      height: STRIP + 8,
      stroke: 'accent',
      strokeWidth: 1.5,
    },
    caption(
      Math.max(40, Math.min(width - 40, x)),
      stripTop + STRIP + 18,
      flattenText.to(formatCount(position)),
      { anchor: 'middle' },
    ),
  ];
}

/** `position 279 = (3×5 + 2)×16 + 7`: rows first, then columns, channels fastest. */
function formulaOf(context: LensContext): FormulaPart[] {
  const { source, index, layer } = context;
  const origin = originOf(context);
  const inner = origin.reduce((text, at, axis) => {
    if (axis === 0) return String(at);
    return `${axis > 1 ? `(${text})` : text}×${source.shape[axis]} + ${at}`;
  }, '');
  const value = source.data[flatIndex(source.shape, origin)]!;
  return [
    ...leftSide(layer, index),
    {
      text: `x[${origin.join(', ')}]`,
      tone: 'term',
      target: { type: 'cell', layer: source.name, index: origin },
    },
    plain(' = '),
    { text: formatNumber(value), tone: 'output' },
    plain(`;  ${index[0]} = ${inner}`),
  ];
}

/** Where in the maps a position of the flat list comes from. */
export const flattenScene: LayerScene = channelsLast({
  lens(context) {
    const { width, height, source } = context;
    const product = source.shape.map(formatCount).join('×');
    return {
      picture: { width, height, marks: drawing(context) },
      formula: formulaOf(context),
      size: [plain(`out = ${product} = ${formatCount(source.data.length)}`)],
      params: [],
    };
  },
});
