import { flatIndex } from '../../base/tensor.ts';
import { activationText } from '../../text/layers/activation.ts';
import { formatCount, formatNumber, formatPercent } from '../format.ts';
import { layerScale } from '../layer-scale.ts';
import type { Mark, Target } from '../marks.ts';
import { curveDomain, curveMarks } from './activation-curve.ts';
import { caption, cell, operator } from './draw.ts';
import { leftSide, plain } from './formula.ts';
import type { FormulaPart, LensContext, LensPicture } from './request.ts';
import { softmaxLens } from './softmax.ts';
import { activationOf, outputValue } from './values.ts';

const CELL = 52;
const BINS = 40;

function inputValue({ source, index }: LensContext): number {
  return source.data[flatIndex(source.shape, index)]!;
}

/** Values of the cell's own map (all of them for a flat output): how many are zero, and the inputs' spread. */
function mapFacts({ traced, source, index }: LensContext, domain: readonly [number, number]) {
  const { data, shape } = traced.output;
  const step = shape.length === 3 ? shape[2]! : 1;
  const bins = new Float64Array(BINS);
  let cells = 0;
  let zeros = 0;
  for (let at = step > 1 ? index.at(-1)! : 0; at < data.length; at += step) {
    cells++;
    if (data[at] === 0) zeros++;
    const share = (source.data[at]! - domain[0]) / (domain[1] - domain[0]);
    const bin = Math.floor(share * BINS);
    bins[Math.max(0, Math.min(BINS - 1, bin))]! += 1;
  }
  return { cells, zeros, bins };
}

function mapReach({ source, index }: LensContext): number[] {
  const step = source.shape.length === 3 ? source.shape[2]! : 1;
  let low = 0;
  let high = 0;
  for (let at = step > 1 ? index.at(-1)! : 0; at < source.data.length; at += step) {
    low = Math.min(low, source.data[at]!);
    high = Math.max(high, source.data[at]!);
  }
  return [low, high];
}

function drawing(context: LensContext, apply: (x: number) => number, name: string): Mark[] {
  const { width, height, layer, index, source, trace } = context;
  const input = inputValue(context);
  const domain = curveDomain([input, ...mapReach(context)]);
  const { cells, zeros, bins } = mapFacts(context, domain);
  const narrow = width < 460;
  const curveWidth = Math.min(narrow ? width : width - 2 * CELL - 96, 380);
  const curveHeight = Math.max(80, Math.min(220, height - (narrow ? 190 : 130)));
  const left = narrow ? 0 : (width - curveWidth - 2 * CELL - 96) / 2;
  const curveX = narrow ? (width - curveWidth) / 2 : left + CELL + 48;
  const curveY = narrow ? 24 : Math.max(28, (height - curveHeight - 70) / 2);
  const most = Math.max(1, ...bins);
  const floor = curveY + curveHeight + 44;
  const bin = curveWidth / BINS;
  const marks: Mark[] = [caption(curveX, curveY - 10, name, { ink: 'ink', weight: 600 })];
  bins.forEach((count, at) => {
    if (count === 0) return;
    const tall = Math.max(1, (count / most) * 34);
    marks.push({
      type: 'rect',
      x: curveX + at * bin,
      y: floor - tall,
      width: bin - 1,
      height: tall,
      fill: 'line',
    });
  });
  marks.push(caption(curveX, floor + 14, activationText.spread, { size: 10 }));
  marks.push(
    ...curveMarks(apply, input, domain, { x: curveX, y: curveY, width: curveWidth, height: curveHeight }),
  );
  const percent = formatPercent(cells > 0 ? zeros / cells : 0);
  const facts = activationText.zero(formatCount(zeros), formatCount(cells), percent);
  marks.push(caption(curveX, floor + 34, facts, { ink: 'ink', size: 12 }));
  const inTarget: Target = { type: 'cell', layer: source.name, index };
  const outTarget: Target = { type: 'cell', layer, index };
  const cellY = narrow ? height - CELL - 4 : curveY + (curveHeight - CELL) / 2;
  const inX = narrow ? width / 2 - CELL - 28 : left;
  const outX = narrow ? width / 2 + 28 : curveX + curveWidth + 48;
  const inScale = layerScale(trace, source.name);
  marks.push(caption(inX + CELL / 2, cellY - 8, activationText.input, { anchor: 'middle' }));
  marks.push(cell(inX, cellY, CELL, input, inScale, { target: inTarget }));
  marks.push(caption(outX + CELL / 2, cellY - 8, activationText.output, { anchor: 'middle' }));
  const value = outputValue(context);
  marks.push(
    cell(outX, cellY, CELL, value, layerScale(trace, layer), { target: outTarget, outline: 'accent' }),
  );
  if (narrow) marks.push(operator(width / 2, cellY + CELL / 2, '→'));
  else {
    marks.push(operator(inX + CELL + 24, cellY + CELL / 2, '→'), operator(outX - 24, cellY + CELL / 2, '→'));
  }
  return marks;
}

/** `y[4, 7, 2] = relu(0.85) = 0.85`. */
function formulaOf(context: LensContext, name: string): FormulaPart[] {
  const target: Target = { type: 'cell', layer: context.source.name, index: context.index };
  return [
    ...leftSide(context.layer, context.index),
    plain(`${name}(`),
    { text: formatNumber(inputValue(context)), tone: 'term', target },
    plain(') = '),
    { text: formatNumber(outputValue(context)), tone: 'output' },
  ];
}

/** An activation as a layer of its own: the curve with the cell on it, and how much of its map is zero. */
export function activationLens(context: LensContext): LensPicture {
  const { name, apply } = activationOf(context);
  if (!apply) return softmaxLens(context, name);
  const { width, height } = context;
  return {
    picture: { width, height, marks: drawing(context, apply, name) },
    formula: formulaOf(context, name),
    size: [],
    params: [],
  };
}
