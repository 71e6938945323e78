import type { ScaleSpec } from '../../base/color.ts';
import { flowText } from '../../text/layers/flow.ts';
import { layerScale, signedScale } from '../layer-scale.ts';
import type { Ink, Mark, Target } from '../marks.ts';
import { curveDomain, curveMarks } from './activation-curve.ts';
import { caption, cell, operator } from './draw.ts';
import type { LensContext } from './request.ts';
import { activationOf, outputValue, preValue, weightNamed } from './values.ts';
import { weightFrame, weightOutline } from './weight-marks.ts';

const CELL = 42;
const CURVE_HEIGHT = 72;
const CURVE_WIDTH = 84;

/** Marks with the room that they take from 0, 0. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

interface Step {
  readonly text: string;
  /** Under the cell, where steps stand side by side. */
  readonly short: string;
  /** Before the cell, where steps stand side by side. */
  readonly sign?: string;
  readonly value: number;
  readonly scale: ScaleSpec;
  readonly target?: Target;
  readonly outline?: Ink | undefined;
  readonly output?: boolean;
}

export interface Flow {
  /** Sum of the products. */
  readonly sum: number;
  readonly bias: { readonly value: number; readonly target?: Target } | undefined;
  /** What the sum is, where its terms are no products; and what is added to it, where that is no bias. */
  readonly words?: { readonly sum: string; readonly bias?: string };
}

/** The bias of the output cell's channel or unit. */
export function biasOf(context: LensContext): Flow['bias'] {
  const bias = weightNamed(context, 'bias');
  if (!bias) return undefined;
  const index = [context.index.at(-1)!];
  const target: Target = { type: 'weight', layer: context.layer, weight: 'bias', index };
  return { value: bias.data[index[0]!]!, target };
}

/** Signed numbers share the range of all the layer's pre-activations, so that a pale cell is a small number. */
function stepScale({ traced }: LensContext, pre: number, { sum, bias }: Flow): ScaleSpec {
  const layer = signedScale((traced.pre ?? traced.output).data);
  const layerLimit = layer.type === 'diverging' ? layer.limit : 0;
  return {
    type: 'diverging',
    limit: Math.max(layerLimit, Math.abs(sum), Math.abs(pre), Math.abs(bias?.value ?? 0)),
  };
}

function stepsOf(context: LensContext, { sum, bias, words }: Flow): Step[] {
  const pre = preValue(context);
  const signed = stepScale(context, pre, { sum, bias });
  const steps: Step[] = [
    { text: words?.sum ?? flowText.sum, short: words?.sum ?? flowText.short.sum, value: sum, scale: signed },
  ];
  if (bias)
    steps.push({
      text: words?.bias ? `+ ${words.bias}` : flowText.bias,
      short: words?.bias ?? flowText.short.bias,
      sign: '+',
      value: bias.value,
      scale: signed,
      ...(bias.target && { target: bias.target }),
      outline:
        bias.target?.type === 'weight'
          ? weightOutline(context, bias.target.weight, bias.target.index, CELL)
          : undefined,
    });
  const { name } = activationOf(context);
  if (name !== 'linear')
    steps.push({ text: flowText.pre, short: flowText.short.pre, value: pre, scale: signed });
  const target: Target = { type: 'cell', layer: context.layer, index: context.index };
  const value = outputValue(context);
  steps.push({
    text: flowText.output,
    short: flowText.short.output,
    value,
    scale: layerScale(context.trace, context.layer),
    target,
    output: true,
  });
  return steps;
}

function stepCell(context: LensContext, step: Step, x: number, y: number): Mark[] {
  const { target, output } = step;
  const outline = output ? 'accent' : step.outline;
  const own = cell(x, y, CELL, step.value, step.scale, { target, outline });
  if (target?.type !== 'weight') return [own];
  return [own, ...weightFrame(context, target.weight, target.index, { x, y, size: CELL })];
}

/**
 * Sum, bias, pre-activation, the activation's curve with the point on it, output: one below the other. Where the
 * activation looks at all units, the column ends before it.
 */
export function flowColumn(context: LensContext, flow: Flow, width: number): Block {
  const { name, apply } = activationOf(context);
  const marks: Mark[] = [];
  let y = 0;
  for (const step of stepsOf(context, flow)) {
    if (step.output && !apply) continue;
    if (step.output && apply && name !== 'linear') {
      const pre = preValue(context);
      const box = { x: 0, y: y + 18, width, height: CURVE_HEIGHT };
      marks.push(caption(0, y + 8, name), ...curveMarks(apply, pre, curveDomain([pre]), box));
      y += CURVE_HEIGHT + 34;
    }
    const weight = step.output ? 600 : 400;
    marks.push(caption(0, y + CELL / 2 + 4, step.text, { ink: step.output ? 'ink' : 'muted', weight }));
    marks.push(...stepCell(context, step, width - CELL, y));
    y += CELL + 6;
  }
  return { width, height: y - 6, marks };
}

/** The same side by side; the curve stands between pre-activation and output where there is room for it. */
export function flowRow(context: LensContext, flow: Flow, width: number): Block {
  const { name, apply } = activationOf(context);
  const steps = stepsOf(context, flow);
  const curved =
    apply !== undefined && name !== 'linear' && width >= steps.length * CELL + 3 * 24 + CURVE_WIDTH + 48;
  const room = curved ? width - CURVE_WIDTH : width;
  const gaps = curved ? steps.length : steps.length - 1;
  const gap = Math.min(36, (room - steps.length * CELL) / Math.max(1, gaps));
  const marks: Mark[] = [];
  let x = 0;
  steps.forEach((step, at) => {
    if (at > 0) {
      const applies = step.output && name !== 'linear';
      if (applies && curved) {
        const pre = preValue(context);
        const box = { x: x + gap, y: 0, width: CURVE_WIDTH, height: CELL };
        marks.push(operator(x + gap / 2, CELL / 2, '→'), ...curveMarks(apply, pre, curveDomain([pre]), box));
        marks.push(caption(x + gap + CURVE_WIDTH / 2, CELL + 12, name, { size: 10, anchor: 'middle' }));
        x += CURVE_WIDTH + gap;
      } else if (applies)
        marks.push(caption(x + gap / 2, CELL / 2 - 10, name, { size: 9, anchor: 'middle' }));
      marks.push(operator(x + gap / 2, CELL / 2, step.sign ?? (applies ? '→' : '=')));
      x += gap;
    }
    const style = step.output ? ({ ink: 'ink', weight: 600 } as const) : {};
    marks.push(...stepCell(context, step, x, 0));
    marks.push(caption(x + CELL / 2, CELL + 12, step.short, { size: 10, anchor: 'middle', ...style }));
    x += CELL;
  });
  return { width, height: CELL + 16, marks };
}
