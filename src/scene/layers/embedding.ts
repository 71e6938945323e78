import { embeddingText } from '../../text/layers/embedding.ts';
import { formatCount, formatNumber } from '../format.ts';
import { layerScale, signedScale } from '../layer-scale.ts';
import { caption, cell, grid, moved, paragraph } from '../lens/draw.ts';
import { leftSide, plain } from '../lens/formula.ts';
import type { FormulaPart, LayerScene, LensContext } from '../lens/request.ts';
import { wordsOf } from '../lens/time-down.ts';
import { outputValue, weightNamed } from '../lens/values.ts';
import { weightFrame, weightOutline } from '../lens/weight-marks.ts';
import type { Mark, Target } from '../marks.ts';
import { fitText, textWidth } from '../text-width.ts';
import { generalScene } from './general.ts';

const HEAD = 18;
const LARGEST_ROW = 26;
/** Lower rows have no number before them. */
const READABLE_ROW = 10;
/** Cells of the row that is looked up. */
const LARGEST_CELL = 44;
const BELOW = 34;

/** Rows that stand one below the other, as many as there is room for around one of them. */
function around(at: number, count: number, room: number): { readonly first: number; readonly shown: number } {
  const shown = Math.min(count, Math.max(1, room));
  return { first: Math.max(0, Math.min(count - shown, at - Math.floor(shown / 2))), shown };
}

/** The table and which of its rows the step's number chooses. */
function lookedUp(context: LensContext) {
  const table = weightNamed(context, 'embeddings')!;
  const number = context.source.data[context.index[0]!]!;
  return { table, number, row: Math.min(Math.max(Math.trunc(number), 0), table.shape[0]! - 1) };
}

function drawing(context: LensContext): Mark[] {
  const { width, height, source, traced, index, trace, layer } = context;
  const { table, number, row } = lookedUp(context);
  const [rows, dims] = table.shape as [number, number];
  const [step, dim] = index as [number, number];
  const words = wordsOf(context);
  const word = words?.[step];
  const said = word
    ? embeddingText.named(word, formatNumber(number))
    : embeddingText.number(formatNumber(number));
  const lines = [embeddingText.looked(said, formatCount(row), formatCount(rows))];
  if (number >= rows) lines.push(embeddingText.beyond(formatCount(rows)));
  const text = paragraph(lines, width, 16);
  const size = Math.max(2, Math.min(LARGEST_CELL, Math.floor((width - 56) / dims)));
  const top = text.height + 12 + HEAD;
  const tall = Math.max(40, height - top - size - BELOW - 8);

  const count = source.shape[0]!;
  const line = Math.max(READABLE_ROW, Math.min(LARGEST_ROW, Math.floor(tall / count)));
  const { first, shown } = around(step, count, Math.floor(tall / line));
  const high = shown * line;
  const names = Array.from({ length: shown }, (_, at) => {
    const value = formatNumber(source.data[first + at]!);
    return { value, word: words?.[first + at] ?? '' };
  });
  const font = Math.min(12, line - 3);
  const numbers = Math.max(...names.map(({ value }) => textWidth(value, font, 600))) + 10;
  const wordsWide = words
    ? Math.min(width * 0.22, Math.max(...names.map((name) => textWidth(name.word, font, 600))) + 10)
    : 0;
  const left = wordsWide + numbers;
  const gap = Math.max(24, Math.min(72, width * 0.08));
  const wide = Math.max(24, Math.min(dims * LARGEST_ROW, (width - left - 2 * gap - 30) / 2));
  const inset = Math.max(0, (width - left - 2 * gap - 30 - 2 * wide) / 2);
  const tableX = left + gap + 30;
  const outX = tableX + wide + gap;
  const tableHigh = Math.min(tall, rows * LARGEST_ROW);
  const middle = top + Math.max(high, tableHigh) / 2;
  const stepsY = middle - high / 2;
  const tableY = middle - tableHigh / 2;
  const ownY = stepsY + (step - first + 0.5) * line;
  const rowHigh = tableHigh / rows;
  const rowY = tableY + (row + 0.5) * rowHigh;
  const lit = Math.max(rowHigh, 5);
  const weights = signedScale(table.data);
  const pen = Number.NaN;
  const marks: Mark[] = [
    caption(0, stepsY - 7, source.name, { size: 10 }),
    caption(tableX, tableY - 7, embeddingText.table(layer, formatCount(rows), formatCount(dims)), {
      size: 10,
    }),
    caption(outX, stepsY - 7, layer, { size: 10 }),
    { type: 'rect', x: 0, y: ownY - line / 2, width: left, height: line, fill: 'accent-soft', radius: 3 },
  ];
  names.forEach(({ value, word: name }, at) => {
    const y = stepsY + (at + 0.5) * line;
    const own = first + at === step;
    const look = own ? ({ ink: 'ink', weight: 600 } as const) : {};
    const target: Target = { type: 'cell', layer: source.name, index: [first + at] };
    marks.push({ type: 'rect', x: 0, y: y - line / 2, width: left, height: line, fill: 'none', target });
    if (words)
      marks.push({
        ...caption(4, y + font * 0.36, fitText(name === '' ? '·' : name, font, wordsWide - 6), {
          size: font,
          ...look,
        }),
        target,
      });
    marks.push({
      ...caption(left - 5, y + font * 0.36, value, { size: font, anchor: 'end', ...look }),
      target,
    });
  });
  marks.push(
    {
      type: 'path',
      points: [left + 2, ownY, tableX - 30, rowY, pen, pen, tableX + wide + 2, rowY, outX - 2, ownY],
      curve: 'smooth',
      stroke: 'accent',
      strokeWidth: 1.5,
    },
    caption(tableX - 5, rowY + 3.5, formatCount(row), {
      size: 10,
      anchor: 'end',
      ink: 'accent',
      weight: 600,
    }),
    {
      type: 'image',
      x: tableX,
      y: tableY,
      width: wide,
      height: tableHigh,
      values: table.data,
      offset: 0,
      rows,
      cols: dims,
      rowStride: dims,
      colStride: 1,
      scale: weights,
      cells: { layer, weight: table.name },
    },
    {
      type: 'rect',
      x: tableX - 3,
      y: rowY - lit / 2 - 3,
      width: wide + 6,
      height: lit + 6,
      stroke: 'surface',
      strokeWidth: 4,
    },
    {
      type: 'rect',
      x: tableX - 2,
      y: rowY - lit / 2 - 2,
      width: wide + 4,
      height: lit + 4,
      stroke: 'accent',
      strokeWidth: 2,
    },
    {
      type: 'image',
      x: outX,
      y: stepsY,
      width: wide,
      height: high,
      values: traced.output.data,
      offset: first * dims,
      rows: shown,
      cols: dims,
      rowStride: dims,
      colStride: 1,
      scale: layerScale(trace, layer),
      cells: { layer, place: { down: 0, across: 1, at: [first, 0] } },
    },
    {
      type: 'rect',
      x: outX - 2,
      y: ownY - line / 2 - 1,
      width: wide + 4,
      height: line + 2,
      stroke: 'accent',
      strokeWidth: 2,
    },
  );
  const cells: Mark[] = [];
  // The row itself, large enough to be read where it has few numbers.
  const cellsX = Math.max(44, (width - dims * size) / 2);
  const y = height - size - 6;
  cells.push(
    caption(cellsX - 8, y + size / 2 + 4, embeddingText.row(formatCount(row)), { anchor: 'end', ink: 'ink' }),
  );
  if (size >= 6) cells.push(grid(cellsX, y, 1, dims, size));
  for (let at = 0; at < dims; at++) {
    const place = [row, at];
    const target: Target = { type: 'weight', layer, weight: table.name, index: place };
    const x = cellsX + at * size;
    const own = at === dim ? ('accent' as const) : undefined;
    const outline = weightOutline(context, table.name, place, size) ?? own;
    cells.push(cell(x, y, size, table.data[row * dims + at]!, weights, { target, outline }));
    cells.push(...weightFrame(context, table.name, place, { x, y, size }));
  }
  return [...text.marks, ...moved(marks, inset, 0), ...cells];
}

/** A text's steps, the table with the row that the looked-at step chooses, and the rows that come out. */
export const embeddingScene: LayerScene = {
  lens(context) {
    const said = generalScene.lens(context);
    // Of inputs that are no list of steps, the term alone is shown.
    if (context.source.shape.length !== 1 || context.height < 200) return said;
    const { width, height, layer, index } = context;
    const { table, row } = lookedUp(context);
    const place = [row, index[1]!];
    const target: Target = { type: 'weight', layer, weight: table.name, index: place };
    const formula: FormulaPart[] = [
      ...leftSide(layer, index),
      { text: `${table.name}[${place.join(', ')}]`, tone: 'term', target },
      plain(' = '),
      { text: formatNumber(outputValue(context)), tone: 'output' },
    ];
    return { ...said, formula, picture: { width, height, marks: drawing(context) } };
  },
};
