import { sizeOf, type Tensor } from '../../base/tensor.ts';
import type {
  LayerDefinition,
  LayerValues,
  RecurrentMoment,
  Unrolled,
} from '../../model/layers/definition.ts';
import type { RecurrentConfig } from '../../model/layers/recurrent-arguments.ts';
import type { Moments, Target } from '../marks.ts';
import type { LensContext } from './request.ts';

/** One recurrent layer of a lens: a layer of its own, or a direction of a Bidirectional. */
export interface Lane {
  readonly definition: LayerDefinition;
  readonly config: RecurrentConfig;
  readonly values: LayerValues;
  /** The output's unit that is this lane's unit 0. */
  readonly firstUnit: number;
  /** Whether the output has its steps in the order in which they are taken, though that is from last to first. */
  readonly turned: boolean;
  readonly name?: string;
}

/** A recurrent layer with every step that it takes, and the unit and step looked at. */
export interface Unrolling extends Lane {
  readonly unrolled: Unrolled;
  readonly steps: number;
  readonly features: number;
  /** Of the input's steps. */
  readonly step: number;
  /** Its place among the moments. */
  readonly at: number;
  readonly unit: number;
  /** Whether a column of the output is a step. */
  readonly told: boolean;
  /** `[step, unit]`, by the input's steps. */
  readonly hidden: Tensor;
}

/** By the steps taken, which are kept while the same numbers are looked at. */
const hiddenStates = new WeakMap<readonly RecurrentMoment[], Tensor>();

function hiddenOf({ moments }: Unrolled, { config, values }: Lane): Tensor {
  const known = hiddenStates.get(moments);
  if (known) return known;
  const shape = [values.inputs[0]!.shape[0]!, config.units];
  const hidden = { shape, data: new Float32Array(sizeOf(shape)) };
  for (const { step, states } of moments) hidden.data.set(states[0]!, step * config.units);
  hiddenStates.set(moments, hidden);
  return hidden;
}

/** The lane's steps, at the step that the context looks at: its output's, else the one asked for, else the last taken. */
export function unrollingOf({ index, step: asked, node }: LensContext, lane: Lane): Unrolling {
  const unrolled = lane.definition.unroll!(lane.config, lane.values);
  const [steps, features] = lane.values.inputs[0]!.shape as [number, number];
  const told = node.outputShape.length > 1;
  const backwards = lane.config.go_backwards;
  const last = backwards ? 0 : steps - 1;
  const own = told ? (lane.turned ? steps - 1 - index[0]! : index[0]!) : (asked ?? last);
  const step = Math.min(steps - 1, own);
  return {
    ...lane,
    unrolled,
    steps,
    features,
    step,
    at: backwards ? steps - 1 - step : step,
    unit: Math.min(lane.config.units - 1, Math.max(0, index.at(-1)! - lane.firstUnit)),
    told,
    hidden: hiddenOf(unrolled, lane),
  };
}

/** The cell that stands for a unit at a step of the input. */
export function momentTarget({ layer }: LensContext, lane: Unrolling, step: number, unit: number): Target {
  const { told, turned, steps, firstUnit } = lane;
  if (!told) return { type: 'cell', layer, index: [firstUnit + unit], step };
  return { type: 'cell', layer, index: [turned ? steps - 1 - step : step, firstUnit + unit] };
}

/** The same for a picture of the hidden state from step `first` on, units down and steps across. */
export function momentsFrom({ told, turned, steps, firstUnit }: Unrolling, first: number): Moments {
  const reversed = told && turned;
  return {
    first: reversed ? steps - 1 - first : first,
    by: reversed ? -1 : 1,
    told,
    unit: firstUnit,
    before: [],
  };
}
