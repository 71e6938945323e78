import type { ScaleSpec } from '../../base/color.ts';
import type { RecurrentGates } from '../../model/layers/definition.ts';
import { recurrentText } from '../../text/layers/recurrent.ts';
import { formatCount } from '../format.ts';
import { layerScale } from '../layer-scale.ts';
import type { Mark, Target } from '../marks.ts';
import { caption, cell, moved, operator } from './draw.ts';
import type { Block } from './flow.ts';
import type { LensContext } from './request.ts';
import { outputValue } from './values.ts';

const ROW = 44;
const CELL = 36;
const STRIP = 14;
const WIDE = 560;

/** The step that the layer reads, as one line of its features. */
function stepStrip({ source, trace }: LensContext, step: number, width: number): Mark[] {
  const [steps, features] = source.shape as [number, number];
  const scale = layerScale(trace, source.name);
  if (features * CELL <= width) {
    const row = Array.from({ length: features }, (_, feature) => {
      const target: Target = { type: 'cell', layer: source.name, index: [step, feature] };
      return cell(feature * CELL, 20, CELL, source.data[step * features + feature]!, scale, { target });
    });
    return [caption(0, 12, recurrentText.step(formatCount(step), formatCount(steps), source.name)), ...row];
  }
  const strip = { x: 0, y: 20, width, height: STRIP };
  const text = recurrentText.step(formatCount(step), formatCount(steps), source.name);
  return [
    caption(0, 12, text),
    {
      type: 'image',
      ...strip,
      values: source.data,
      offset: step * features,
      rows: 1,
      cols: features,
      rowStride: features,
      colStride: 1,
      scale,
      cells: { layer: source.name, place: { down: -1, across: 1, at: [step, 0] } },
    },
  ];
}

/** Each gate: the sum that goes into it, and what its function makes of it. */
function gateRows({ gates }: RecurrentGates, scale: ScaleSpec): Block {
  const size = 10;
  const marks: Mark[] = [
    caption(110 + CELL / 2, 10, recurrentText.pre, { size, anchor: 'middle' }),
    caption(110 + CELL * 2 + 10, 10, recurrentText.value, { size, anchor: 'middle' }),
  ];
  Object.entries(gates).forEach(([letter, { pre_activation, value }], line) => {
    const y = 18 + line * ROW;
    marks.push(
      caption(0, y + CELL / 2 + 4, recurrentText.gates[letter] ?? letter, { ink: 'ink' }),
      cell(110, y, CELL, pre_activation, scale),
      operator(110 + CELL + 14, y + CELL / 2, '→'),
      cell(110 + CELL + 28, y, CELL, value, { type: 'diverging', limit: 1 }),
    );
  });
  return { width: 110 + 2 * CELL + 28, height: 18 + Object.keys(gates).length * ROW, marks };
}

/** The states before the step and after it. */
function stateRows(context: LensContext, { hidden, cell: kept }: RecurrentGates, scale: ScaleSpec): Block {
  const { layer, index, trace } = context;
  const size = 10;
  const marks: Mark[] = [
    caption(84 + CELL / 2, 10, recurrentText.before, { size, anchor: 'middle' }),
    caption(84 + CELL * 2 + 10, 10, recurrentText.after, { size, anchor: 'middle' }),
  ];
  const own: Target = { type: 'cell', layer, index };
  const states = [
    ...(kept ? [[recurrentText.cell, kept] as const] : []),
    [recurrentText.hidden, hidden] as const,
  ];
  states.forEach(([name, state], line) => {
    const y = 18 + line * ROW;
    const output = state === hidden;
    const shown = output ? layerScale(trace, layer) : scale;
    marks.push(
      caption(0, y + CELL / 2 + 4, name, output ? { ink: 'ink', weight: 600 } : { ink: 'ink' }),
      cell(84, y, CELL, state.before, shown),
      operator(84 + CELL + 14, y + CELL / 2, '→'),
      cell(84 + CELL + 28, y, CELL, output ? outputValue(context) : state.after, shown, {
        ...(output && { target: own, outline: 'accent' as const }),
      }),
    );
  });
  return { width: 84 + 2 * CELL + 28 + 24, height: 18 + states.length * ROW, marks };
}

/** What went on behind one unit of a recurrent layer at its step: its gates, and its states before and after. */
export function gatesBlock(context: LensContext, gates: RecurrentGates): Mark[] {
  const { width, height } = context;
  const numbers = Object.values(gates.gates).map(({ pre_activation }) => Math.abs(pre_activation));
  const kept = gates.cell ? [Math.abs(gates.cell.before), Math.abs(gates.cell.after)] : [];
  const limit = Math.max(...numbers, ...kept, 1e-6);
  const scale: ScaleSpec = { type: 'diverging', limit };
  const rows = gateRows(gates, scale);
  const states = stateRows(context, gates, scale);
  const strip =
    context.source.shape.length === 2 ? stepStrip(context, gates.step, Math.min(width, WIDE)) : [];
  const top = strip.length > 0 ? 76 : 0;
  if (width < rows.width + states.width + 40) {
    return [...strip, ...moved(rows.marks, 0, top), ...moved(states.marks, 0, top + rows.height + 16)];
  }
  const across = Math.min(width, WIDE);
  const left = (width - across) / 2;
  const start = Math.max(0, (height - top - rows.height) / 2);
  const middle = start + top + (rows.height - states.height) / 2;
  return [
    ...moved(strip, left, start),
    ...moved(rows.marks, left, start + top),
    ...moved(states.marks, left + across - states.width, middle),
  ];
}
