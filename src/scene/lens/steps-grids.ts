import { INPUT_NAME } from '../../model/network.ts';
import { recurrentText } from '../../text/layers/recurrent.ts';
import { formatCount } from '../format.ts';
import { layerScale, signedScale } from '../layer-scale.ts';
import type { Mark } from '../marks.ts';
import { caption } from './draw.ts';
import type { LensContext } from './request.ts';
import { AXIS, END, type StepsPlan } from './steps-plan.ts';
import { momentsFrom, type Unrolling } from './unrolling.ts';

const OVERVIEW = 14;

/** What runs down the grids of input and hidden state, counted. */
export function sideLabels({ features, config }: Unrolling): readonly [string, string] {
  return [recurrentText.features(formatCount(features)), recurrentText.units(formatCount(config.units))];
}

/** All steps at once, with a frame around those that are unrolled. */
export function overview(
  lane: Unrolling,
  { first, count }: StepsPlan,
  width: number,
  context: LensContext,
): Mark[] {
  const { steps, hidden, config } = lane;
  const x = (first / steps) * width;
  const range = recurrentText.window(formatCount(first), formatCount(first + count - 1), formatCount(steps));
  return [
    caption(0, 9, `${recurrentText.hidden}, ${range}`, { size: 10 }),
    {
      type: 'image',
      x: 0,
      y: 14,
      width,
      height: OVERVIEW,
      values: hidden.data,
      offset: 0,
      rows: config.units,
      cols: steps,
      rowStride: 1,
      colStride: config.units,
      scale: signedScale(hidden.data),
      cells: { layer: context.layer, moments: momentsFrom(lane, 0) },
    },
    {
      type: 'rect',
      x: x - 1,
      y: 12,
      width: Math.max(4, (count / steps) * width) + 2,
      height: OVERVIEW + 4,
      stroke: 'accent',
      strokeWidth: 1.5,
    },
  ];
}
export const OVERVIEW_HEIGHT = 14 + OVERVIEW + 10;

/** The frame around a column and, in it, the unit looked at. */
function column(plan: StepsPlan, step: number, y: number, height: number): Mark {
  const x = plan.left + (step - plan.first) * plan.column;
  return {
    type: 'rect',
    x: x - 1,
    y: y - 1,
    width: plan.column + 2,
    height: height + 2,
    stroke: 'accent',
    strokeWidth: 1.5,
  };
}

/** The input's features at every step, over the boxes. */
export function inputGrid(context: LensContext, lane: Unrolling, plan: StepsPlan, y: number): Mark[] {
  const { source, trace, layer } = context;
  const { features, step } = lane;
  const { first, count, inputHeight: height, left, column: across } = plan;
  const input = lane.values.inputs[0]!;
  const scale = layerScale(trace, source.name === layer ? INPUT_NAME : source.name);
  const [name] = sideLabels(lane);
  return [
    caption(left - END - 4, y + height / 2 + 4, name, { size: 10, anchor: 'end', ink: 'ink' }),
    {
      type: 'image',
      x: left,
      y,
      width: count * across,
      height,
      values: input.data,
      offset: first * features,
      rows: features,
      cols: count,
      rowStride: 1,
      colStride: features,
      scale,
      cells: { layer: source.name, place: { down: 1, across: 0, at: [first, 0] } },
    },
    column(plan, step, y, height),
  ];
}

/** The hidden state of every unit at every step, under the boxes: what of it goes on is framed. */
export function hiddenGrid(context: LensContext, lane: Unrolling, plan: StepsPlan, y: number): Mark[] {
  const { steps, step, unit, config, hidden, told } = lane;
  const { first, count, hiddenHeight: height, left, column: across } = plan;
  const [, name] = sideLabels(lane);
  const row = height / config.units;
  const width = count * across;
  const last = config.go_backwards ? 0 : steps - 1;
  const marks: Mark[] = [
    caption(left - END - 4, y + height / 2 - 2, name, { size: 10, anchor: 'end', ink: 'ink', weight: 600 }),
    caption(left - END - 4, y + height / 2 + 11, recurrentText.hidden, { size: 10, anchor: 'end' }),
    {
      type: 'image',
      x: left,
      y,
      width,
      height,
      values: hidden.data,
      offset: first * config.units,
      rows: config.units,
      cols: count,
      rowStride: 1,
      colStride: config.units,
      scale: signedScale(hidden.data),
      cells: { layer: context.layer, moments: momentsFrom(lane, first) },
    },
  ];
  const shade = (x: number, wide: number): Mark => ({
    type: 'rect',
    x,
    y,
    width: wide,
    height,
    fill: 'surface',
    opacity: 0.6,
  });
  const lastX = left + (last - first) * across;
  const seen = last >= first && last < first + count;
  if (!told) {
    // What doesn't go on is paler.
    if (!seen) marks.push(shade(left, width));
    else {
      if (lastX > left) marks.push(shade(left, lastX - left));
      if (lastX + across < left + width - 0.5)
        marks.push(shade(lastX + across, left + width - lastX - across));
    }
  }
  const frame = { stroke: 'second', strokeWidth: 2 } as const;
  if (told)
    marks.push({ type: 'rect', x: left - 2, y: y - 2, width: width + 4, height: height + 4, ...frame });
  else if (seen)
    marks.push({ type: 'rect', x: lastX - 2, y: y - 2, width: across + 4, height: height + 4, ...frame });
  const top = y + unit * row;
  const least = Math.max(row, 4);
  marks.push(
    column(plan, step, y, height),
    {
      type: 'rect',
      x: left,
      y: Math.min(y + height - least, top + row / 2 - least / 2),
      width,
      height: least,
      stroke: 'accent',
      strokeWidth: 1,
      opacity: 0.8,
      dash: [3, 2],
    },
    caption(left + width / 2, y + height + AXIS, recurrentText.steps(formatCount(steps)), {
      size: 10,
      anchor: 'middle',
      ink: 'ink',
      weight: 600,
    }),
  );
  return marks;
}
