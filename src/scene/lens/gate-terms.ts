import type { ScaleSpec } from '../../base/color.ts';
import type { GateSum } from '../../model/layers/definition.ts';
import { recurrentText } from '../../text/layers/recurrent.ts';
import { spokenLayer } from '../../text/names.ts';
import { formatCount, formatNumber } from '../format.ts';
import { layerScale, signedScale } from '../layer-scale.ts';
import type { Mark } from '../marks.ts';
import { fitText, textWidth } from '../text-width.ts';
import { caption, cell, grid, operator, READABLE } from './draw.ts';
import type { Block } from './flow.ts';
import { signed } from './formula.ts';
import type { LensContext } from './request.ts';
import { momentTarget, type Unrolling } from './unrolling.ts';

const LARGEST = 30;
const SMALL_ROW = 21;
const GAP = 12;
const HEAD = 30;
const UNIT = { type: 'diverging', limit: 1 } as const satisfies ScaleSpec;

/** `readable`: every product is a number; else they are strips, which want room. */
interface GateTable extends Block {
  readonly readable: boolean;
}

/** A gate's sum opened: its products with the input and with the hidden state. */
export interface OpenGate extends GateSum {
  readonly fromInput: Float32Array;
  readonly fromHidden: Float32Array;
  /** Without biases. */
  readonly inputSum: number;
  readonly hiddenSum: number;
}

function total(row: Float32Array): number {
  return row.reduce((sum, value) => sum + value, 0);
}

/** Every gate of the unit at the step, down to the products that it adds up. */
export function openGates({ unrolled, at, unit, step, values, features }: Unrolling): OpenGate[] {
  const [kernel, recurrent] = values.weights;
  const columns = kernel!.shape[1]!;
  const input = values.inputs[0]!.data.subarray(step * features, (step + 1) * features);
  return unrolled.sums(at, unit).map((sum) => {
    const fromInput = Float32Array.from(
      input,
      (value, row) => value * kernel!.data[row * columns + sum.column]!,
    );
    const fromHidden = Float32Array.from(
      sum.hidden,
      (value, row) => value * recurrent!.data[row * columns + sum.column]!,
    );
    return { ...sum, fromInput, fromHidden, inputSum: total(fromInput), hiddenSum: total(fromHidden) };
  });
}

/** A gate's letter as it is written in a picture. */
export function letterOf(gate: string): string {
  return recurrentText.letters[gate] ?? gate;
}

/** What a row of the table says on its right: how the sum is made where the reset gate has a part in it. */
function noteOf(open: readonly OpenGate[], config: Unrolling['config']): string | undefined {
  const reset = open.find((gate) => gate.reset !== undefined);
  if (reset) {
    const input = formatNumber(reset.inputSum + (reset.bias ?? 0));
    return recurrentText.reset(
      formatNumber(reset.reset!),
      input,
      signed(reset.hiddenSum + (reset.hiddenBias ?? 0)),
    );
  }
  const first = open.some(({ gate }) => gate === 'h') && 'reset_after' in config;
  return first ? recurrentText.resetFirst : undefined;
}

interface Columns {
  readonly size: number;
  readonly readable: boolean;
  readonly name: number;
  readonly input: number;
  readonly hidden: number;
}

/** Each product a cell where it can be read, else each group an image with its sum beside it. */
function columnsIn(lane: Unrolling, width: number, row: number, biases: number): Columns {
  const count = lane.features + lane.config.units;
  const fixed = (biases + 2) * (row + GAP) + 3 * GAP;
  const wide = width >= 430;
  const name = wide ? 96 : 22;
  const size = Math.min(row, Math.floor((width - name - fixed) / count));
  if (size >= READABLE)
    return { size, readable: true, name, input: lane.features * size, hidden: lane.config.units * size };
  const room = width - name - fixed - 2 * (row + GAP);
  const share = Math.max(0.2, Math.min(0.8, lane.features / count));
  return {
    size: row,
    readable: false,
    name,
    input: Math.min(240, room * share),
    hidden: Math.min(240, room * (1 - share)),
  };
}

/**
 * The gates of one unit at one step as a table: over it the numbers that come in, in each row what they make with the
 * gate's columns of the weights, the bias, the sum, and what the gate's function makes of it.
 */
export function gateTerms(context: LensContext, lane: Unrolling, width: number, height: number): GateTable {
  const open = openGates(lane);
  const { step, unit, features, config, values, steps } = lane;
  const { source, trace } = context;
  const biases = (open[0]!.bias === undefined ? 0 : 1) + (open[0]!.hiddenBias === undefined ? 0 : 1);
  const note = noteOf(open, config);
  const title = recurrentText.opened(
    formatCount(step),
    formatCount(steps),
    formatCount(unit),
    formatCount(config.units),
  );
  const rows = open.length + 1;
  const row = Math.max(
    SMALL_ROW,
    Math.min(LARGEST, Math.floor((height - 18 - HEAD - (note ? 18 : 0)) / rows)),
  );
  const { size, readable, name, input, hidden } = columnsIn(lane, width, row, biases);
  const longest = Math.max(...open.map(({ activation }) => textWidth(activation, 10)));
  const marks: Mark[] = [caption(0, 11, fitText(title, 11, width), { ink: 'ink', weight: 600 })];
  const partial = readable ? 0 : row + GAP;
  const join = open.some(({ reset }) => reset !== undefined) ? 2 * GAP : GAP;
  const xs = { input: name, hidden: name + input + partial + join, bias: 0, sum: 0, value: 0 };
  xs.bias = xs.hidden + hidden + partial + GAP;
  xs.sum = xs.bias + biases * (row + GAP);
  xs.value = xs.sum + row + GAP;
  const whole = xs.value + row;
  const fits = whole + 4 + longest <= width;
  const head = 18 + 12;
  const small = { size: 10 } as const;
  const above = (x: number, room: number, lines: readonly string[], anchor: 'start' | 'middle' = 'start') =>
    lines.forEach((text, line) => {
      marks.push(caption(x, head + line * 12, fitText(text, 10, room), { ...small, anchor }));
    });
  above(xs.input, input + partial + GAP - 4, [
    recurrentText.input(spokenLayer(source.name), formatCount(step)),
    recurrentText.fromInput,
  ]);
  above(xs.hidden, hidden + partial + GAP - 4, [recurrentText.before, recurrentText.fromHidden]);
  const center = row / 2;
  if (biases > 0)
    above(xs.bias + center + (biases > 1 ? (row + GAP) / 2 : 0), 60, ['', recurrentText.bias], 'middle');
  above(xs.sum + center, 60, ['', recurrentText.sum], 'middle');
  above(
    xs.value + center,
    60,
    ['', open.length > 1 ? recurrentText.value : recurrentText.candidate],
    'middle',
  );
  const top = 18 + HEAD;
  const before = lane.unrolled.moments[lane.at]!.before[0]!;
  const inputData = values.inputs[0]!.data.subarray(step * features, (step + 1) * features);
  const hiddenScale = signedScale(lane.hidden.data);
  const previous = config.go_backwards ? step + 1 : step - 1;
  const known = previous >= 0 && previous < steps;
  const inputTarget = (feature: number) =>
    ({ type: 'cell', layer: source.name, index: [step, feature] }) as const;
  const hiddenTarget = (from: number) => (known ? momentTarget(context, lane, previous, from) : undefined);
  const strip = (x: number, y: number, across: number, numbers: Float32Array, scale: ScaleSpec): Mark => ({
    type: 'image',
    x,
    y: y + 3,
    width: across,
    height: row - 7,
    values: numbers,
    offset: 0,
    rows: 1,
    cols: numbers.length,
    rowStride: numbers.length,
    colStride: 1,
    scale,
  });
  if (readable) {
    marks.push(grid(xs.input, top, 1, features, size), grid(xs.hidden, top, 1, config.units, size));
    const scale = layerScale(trace, source.name);
    inputData.forEach((value, feature) => {
      marks.push(cell(xs.input + feature * size, top, size, value, scale, { target: inputTarget(feature) }));
    });
    before.forEach((value, from) => {
      marks.push(
        cell(xs.hidden + from * size, top, size, value, hiddenScale, { target: hiddenTarget(from) }),
      );
    });
  } else {
    marks.push(
      strip(xs.input, top, input, inputData, layerScale(trace, source.name)),
      strip(xs.hidden, top, hidden, Float32Array.from(before), hiddenScale),
    );
  }
  const products = open.flatMap(({ fromInput, fromHidden }) => [...fromInput, ...fromHidden]);
  const productScale = signedScale(Float32Array.from(products));
  const sums = open.flatMap(({ pre, bias, hiddenBias, inputSum, hiddenSum }) => [
    pre,
    bias ?? 0,
    hiddenBias ?? 0,
    inputSum,
    hiddenSum,
  ]);
  const sumScale = signedScale(Float32Array.from(sums));
  open.forEach((gate, line) => {
    const y = top + size + 5 + line * row;
    const rowTop = y + (row - size) / 2;
    const middle = y + row / 2;
    const full = recurrentText.gates[gate.gate] ?? gate.gate;
    const single = open.length === 1 ? recurrentText.output : full;
    marks.push(caption(0, middle + 4, name > 40 ? single : letterOf(gate.gate), { ink: 'ink' }));
    if (readable) {
      gate.fromInput.forEach((product, feature) => {
        marks.push(
          cell(xs.input + feature * size, rowTop, size, product, productScale, {
            target: inputTarget(feature),
          }),
        );
      });
      gate.fromHidden.forEach((product, from) => {
        marks.push(
          cell(xs.hidden + from * size, rowTop, size, product, productScale, { target: hiddenTarget(from) }),
        );
      });
    } else {
      marks.push(
        strip(xs.input, y, input, gate.fromInput, productScale),
        operator(xs.input + input + GAP / 2, middle, '=', 11),
      );
      marks.push(cell(xs.input + input + GAP, y, row, gate.inputSum, sumScale));
      marks.push(
        strip(xs.hidden, y, hidden, gate.fromHidden, productScale),
        operator(xs.hidden + hidden + GAP / 2, middle, '=', 11),
      );
      marks.push(cell(xs.hidden + hidden + GAP, y, row, gate.hiddenSum, sumScale));
    }
    // A plus stands in the middle of a gap.
    marks.push(
      operator(
        xs.hidden - GAP / 2,
        middle,
        gate.reset === undefined ? '+' : '+ r×',
        gate.reset === undefined ? 12 : 9,
      ),
    );
    [gate.bias, gate.hiddenBias].forEach((bias, place) => {
      if (bias === undefined) return;
      const x = xs.bias + place * (row + GAP);
      marks.push(operator(x - GAP / 2, middle, '+', 12), cell(x, y, row, bias, sumScale));
    });
    marks.push(operator(xs.sum - GAP / 2, middle, '=', 12), cell(xs.sum, y, row, gate.pre, sumScale));
    marks.push(operator(xs.value - GAP / 2, middle, '→', 11), cell(xs.value, y, row, gate.value, UNIT));
    if (line === 0 || open[line - 1]!.activation !== gate.activation) {
      // Which function: at its first gate.
      if (fits) marks.push(caption(whole + 4, middle + 4, gate.activation, small));
    }
  });
  let end = top + size + 5 + open.length * row;
  if (note) {
    marks.push(caption(0, end + 14, fitText(note, 11, width)));
    end += 18;
  }
  return { width: whole, height: end, marks, readable };
}
