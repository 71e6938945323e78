import type { ScaleSpec } from '../../base/color.ts';
import { flatIndex } from '../../base/tensor.ts';
import { axisWindow } from '../../model/window.ts';
import { denseText } from '../../text/layers/dense.ts';
import { formatCount, formatFixed } from '../format.ts';
import { layerScale, signedScale } from '../layer-scale.ts';
import { denseLocal } from '../lens/dense-local.ts';
import { caption, cell, moved, operator } from '../lens/draw.ts';
import { biasOf, type Flow, flowColumn, flowRow } from '../lens/flow.ts';
import { paramsFormula, plain, weightedFormula } from '../lens/formula.ts';
import { overTime } from '../lens/over-time.ts';
import type { FormulaPart, LayerScene, LensContext } from '../lens/request.ts';
import { softmaxBlock, softmaxFormula } from '../lens/softmax.ts';
import { activationOf, outputValue, preValue, strongestOf, weightNamed } from '../lens/values.ts';
import { weightFrame, weightOutline } from '../lens/weight-marks.ts';
import type { Mark, Target } from '../marks.ts';

const ROW = 30;
const CELL = 28;
const OPERATOR = 20;
const NARROW = 520;
const FLOW_WIDTH = 150;
/** Of a row from the sum to the output, where the room is low, and of the terms before it. */
const ROW_WIDTH = 400;
const LEAST_TERMS = 260;

/** The dot product of one unit: inputs, weights and products by input position. */
interface DenseTerms {
  readonly inputs: Float64Array;
  readonly weights: Float64Array;
  readonly products: Float64Array;
  readonly sum: number;
  readonly cellOf: (position: number) => number[];
}

function denseTerms(context: LensContext): DenseTerms {
  const { source, index } = context;
  const kernel = weightNamed(context, 'kernel')!;
  const [count, units] = kernel.shape as [number, number];
  const unit = index.at(-1)!;
  const place = index.slice(0, -1);
  const start = flatIndex(source.shape, [...place, 0]);
  const inputs = new Float64Array(count);
  const weights = new Float64Array(count);
  const products = new Float64Array(count);
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const value = source.data[start + at]!;
    const weight = kernel.data[at * units + unit]!;
    inputs[at] = value;
    weights[at] = weight;
    products[at] = value * weight;
    sum += value * weight;
  }
  return { inputs, weights, products, sum, cellOf: (position) => [...place, position] };
}

/** The term whose weight is set by hand stays in view, in the place of the weakest. */
function withChosen({ chosen, layer }: LensContext, shown: readonly number[]): readonly number[] {
  const at = chosen?.layer === layer && chosen.weight === 'kernel' ? chosen.index[0]! : undefined;
  return at === undefined || shown.includes(at) ? shown : [...shown.slice(0, -1), at];
}

/** The strongest terms, largest first, as input × weight = product with a signed bar; the rest summed. */
function termRows(context: LensContext, terms: DenseTerms, width: number, height: number): Mark[] {
  const { source, layer, index, trace } = context;
  const count = terms.products.length;
  const room = Math.max(1, Math.floor((height - 24) / ROW));
  const strongest = strongestOf(terms.products, count <= room ? count : Math.max(1, room - 1));
  const shown = withChosen(context, strongest);
  const limit = Math.abs(terms.products[shown[0]!] ?? 1) || 1;
  const rest = terms.sum - shown.reduce((sum, at) => sum + terms.products[at]!, 0);
  const productScale: ScaleSpec = { type: 'diverging', limit };
  const inputScale = layerScale(trace, source.name);
  const weightScale = signedScale(weightNamed(context, 'kernel')!.data);
  const name = Math.min(64, width * 0.18);
  const second = name + CELL + OPERATOR;
  const third = second + CELL + OPERATOR;
  const barLeft = third + CELL + 10;
  const zero = barLeft + (width - barLeft) / 2;
  const reach = Math.max(4, (width - barLeft) / 2);
  const heading = (x: number, text: string) =>
    caption(x + CELL / 2, 10, text, { size: 10, anchor: 'middle' });
  const marks: Mark[] = [
    heading(name, denseText.input),
    heading(second, denseText.weight),
    heading(third, denseText.product),
  ];
  const bar = (value: number, y: number): Mark => {
    const length = Math.min(reach, (Math.abs(value) / limit) * reach);
    const x = value < 0 ? zero - length : zero;
    return {
      type: 'rect',
      x,
      y: y + 8,
      width: Math.max(1, length),
      height: 12,
      radius: 2,
      fill: value < 0 ? 'negative' : 'positive',
    };
  };
  shown.forEach((at, line) => {
    const y = 18 + line * ROW;
    const input: Target = { type: 'cell', layer: source.name, index: terms.cellOf(at) };
    const weight = { type: 'weight', layer, weight: 'kernel', index: [at, index.at(-1)!] } as const;
    marks.push(
      caption(name - 8, y + 18, formatCount(at), { anchor: 'end' }),
      cell(name, y, CELL, terms.inputs[at]!, inputScale, { target: input }),
      operator(name + CELL + OPERATOR / 2, y + CELL / 2, '×'),
      cell(second, y, CELL, terms.weights[at]!, weightScale, {
        target: weight,
        outline: weightOutline(context, 'kernel', weight.index, CELL),
      }),
      ...weightFrame(context, 'kernel', weight.index, { x: second, y, size: CELL }),
      operator(second + CELL + OPERATOR / 2, y + CELL / 2, '='),
      cell(third, y, CELL, terms.products[at]!, productScale, { target: input }),
      bar(terms.products[at]!, y),
    );
  });
  const bottom = 18 + shown.length * ROW;
  if (shown.length < count) {
    const text = denseText.others(formatCount(count - shown.length));
    marks.push(caption(third - 8, bottom + 18, text, { anchor: 'end' }));
    marks.push(
      cell(third, bottom, CELL, rest, { type: 'diverging', limit: Math.max(limit, Math.abs(rest)) }),
    );
    marks.push(bar(rest, bottom));
  }
  marks.push({
    type: 'path',
    points: [zero, 16, zero, bottom + (shown.length < count ? ROW : 0)],
    stroke: 'line',
    strokeWidth: 1,
  });
  return marks;
}

function drawing(context: LensContext, terms: DenseTerms, flow: Flow): Mark[] {
  const { width, height } = context;
  const { apply } = activationOf(context);
  const column = flowColumn(context, flow, FLOW_WIDTH);
  const low = apply !== undefined && column.height > height;
  if (low && width >= ROW_WIDTH + LEAST_TERMS) {
    const row = flowRow(context, flow, ROW_WIDTH);
    const rows = Math.min(height, 24 + ROW * terms.products.length);
    return [
      ...moved(termRows(context, terms, width - ROW_WIDTH - 36, height), 0, (height - rows) / 2),
      ...moved(row.marks, width - ROW_WIDTH, (height - row.height) / 2),
    ];
  }
  const narrow = width < NARROW || low;
  if (narrow) {
    const row = flowRow(context, flow, width);
    const softmax = apply ? undefined : softmaxBlock(context, width, Math.min(260, height * 0.5));
    const room = height - row.height - 16 - (softmax ? softmax.height + 12 : 0);
    const marks = termRows(context, terms, width, room);
    if (softmax) marks.push(...moved(softmax.marks, 0, room + row.height + 28));
    return [...marks, ...moved(row.marks, 0, room + 8)];
  }
  const local = denseLocal(context, terms, Math.min(170, width * 0.24), height);
  const left = local ? local.width + 36 : 0;
  const columns = width - left;
  const termWidth = Math.max(220, columns - FLOW_WIDTH - 36);
  const marks: Mark[] = [...(local ? moved(local.marks, 0, Math.max(0, (height - local.height) / 2)) : [])];
  if (apply) {
    const rows = Math.min(height, 24 + ROW * terms.products.length);
    marks.push(...moved(termRows(context, terms, termWidth, height), left, (height - rows) / 2));
    marks.push(...moved(column.marks, width - FLOW_WIDTH, Math.max(0, (height - column.height) / 2)));
    return marks;
  }
  // A softmax needs all units: the terms stand above, the division among the classes below.
  const softmax = softmaxBlock(context, columns, Math.max(140, height - column.height - 20));
  const above = height - softmax.height - 16;
  marks.push(...moved(termRows(context, terms, termWidth, above), left, 0));
  marks.push(...moved(column.marks, width - FLOW_WIDTH, Math.max(0, (above - column.height) / 2)));
  marks.push(...moved(softmax.marks, left, above + 16));
  return marks;
}

function formulaOf(context: LensContext, terms: DenseTerms, flow: Flow): FormulaPart[] {
  const { layer, index, source } = context;
  const { name, apply } = activationOf(context);
  const strongest = strongestOf(terms.products, 2)
    .filter((at) => terms.products[at] !== 0)
    .map((at) => {
      const target: Target = { type: 'cell', layer: source.name, index: terms.cellOf(at) };
      return { input: terms.inputs[at]!, weight: terms.weights[at]!, target };
    });
  const parts = weightedFormula({
    layer,
    index,
    strongest,
    count: terms.products.length,
    bias: flow.bias,
    pre: preValue(context),
    activation: name,
    output: outputValue(context),
  });
  if (apply) return parts;
  return [...parts.slice(0, -1), ...softmaxFormula(context, name)];
}

/** A unit on a sequence looks at one step at a time. */
const stepWindow = (size: number) =>
  axisWindow({ size, kernel: 1, stride: 1, dilation: 1, padding: 'valid' });

/** The dot product, strongest terms first, and beside it the window that a convolution would have had. */
export const denseScene: LayerScene = {
  lens(context) {
    const terms = denseTerms(context);
    const flow: Flow = { sum: terms.sum, bias: biasOf(context) };
    const { width, height, node, index } = context;
    const steps = index.length === 2 ? stepWindow(context.source.shape[0]!) : undefined;
    const marks = steps
      ? overTime(context, steps, [denseText.steps(formatCount(steps.size))], (room) =>
          moved(drawing({ ...context, ...room }, terms, flow), room.x, room.y),
        )
      : drawing(context, terms, flow);
    return {
      picture: { width, height, marks },
      formula: formulaOf(context, terms, flow),
      size: [plain(`out = units = ${formatFixed(node.outputShape.at(-1)!, 0)}`)],
      params: paramsFormula(weightNamed(context, 'kernel')!.shape, flow.bias !== undefined),
    };
  },
};
