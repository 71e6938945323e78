import { KernelscopeError } from '../../base/errors.ts';
import { type Shape, sizeOf, type Tensor } from '../../base/tensor.ts';
import { axisWindow } from '../window.ts';
import type {
  Derivation,
  LayerDefinition,
  LayerValues,
  RecurrentGates,
  Term,
  WeightSpec,
} from './definition.ts';
import { fansOf } from './fans.ts';
import type { RecurrentConfig } from './recurrent-arguments.ts';
import { checkSpatial } from './refuse.ts';

/** One row of numbers: of the input at a step, or of a state, by unit. */
export type Row = readonly number[];

/** What came before and after the activation, by unit. */
interface GateRow {
  readonly pre: Row;
  readonly value: Row;
}

/** One step of a cell. */
interface CellStep {
  /** The first state is the output. */
  readonly states: readonly Row[];
  readonly gates: Readonly<Record<string, GateRow>>;
}

/** A cell's weights; no bias where the layer has none. */
interface CellWeights {
  readonly kernel: Tensor;
  readonly recurrent: Tensor;
  readonly bias: Tensor | undefined;
}

/** One step with everything that its derivation may need. */
interface Moment extends CellStep {
  /** Of the input's steps. */
  readonly step: number;
  readonly before: readonly Row[];
  readonly weights: CellWeights;
}

/** A recurrent cell, plainly: what tells an LSTM from a GRU. */
export interface Cell<C extends RecurrentConfig> {
  /** Blocks of `units` columns in its kernels. */
  readonly blocks: number;
  readonly states: number;
  biasShape(config: C): Shape;
  /** Where the bias is not drawn all at once. */
  biasPieces?(config: C): WeightSpec['pieces'];
  step(config: C, weights: CellWeights, input: Row, states: readonly Row[]): CellStep;
  /** How the unit's output comes about; `place` is the index of a unit's output in this step and in the one before. */
  derive(
    config: C,
    moment: Moment,
    unit: number,
    place: (unit: number, back: 0 | 1) => readonly number[],
  ): Derivation;
}

/** Row times the columns from `first` to before `last` of a matrix. */
export function timesMatrix(row: Row, matrix: Tensor, first: number, last: number): number[] {
  const columns = matrix.shape[1]!;
  return Array.from({ length: last - first }, (_, column) =>
    row.reduce((sum, value, at) => sum + value * matrix.data[at * columns + first + column]!, 0),
  );
}

/** Block `block` of a row of several blocks of `units` numbers. */
export function blockOf(row: Row, block: number, units: number): Row {
  return row.slice(block * units, (block + 1) * units);
}

/** The sum of rows of one length, number by number. */
export function addRows(...rows: readonly Row[]): Row {
  return rows[0]!.map((_, at) => rows.reduce((sum, row) => sum + row[at]!, 0));
}

/** A number that the layer itself computed, as a term of its output. */
export function ownTerm(own: number, inputIndex: readonly number[], factor?: number): Term {
  return { input: 0, inputIndex, own, ...(factor !== undefined && { factor }) };
}

function rowsOf({ shape, data }: Tensor): Row[] {
  const length = shape.at(-1)!;
  return Array.from({ length: data.length / length }, (_, row) => [
    ...data.subarray(row * length, (row + 1) * length),
  ]);
}

/** All steps, in the order in which they are taken. */
function run<C extends RecurrentConfig>(
  cell: Cell<C>,
  config: C,
  { inputs, weights }: LayerValues,
): Moment[] {
  const [kernel, recurrent, bias] = [weights[0]!, weights[1]!, weights[2]];
  const rows = rowsOf(inputs[0]!);
  const given = inputs.slice(1).map((state) => [...state.data]);
  const zero = new Array<number>(config.units).fill(0);
  let states: readonly Row[] = given.length > 0 ? given : new Array<Row>(cell.states).fill(zero);
  return rows.map((_, at) => {
    const step = config.go_backwards ? rows.length - 1 - at : at;
    const before = states;
    const taken = cell.step(config, { kernel, recurrent, bias }, rows[step]!, before);
    states = taken.states;
    return { ...taken, step, before, weights: { kernel, recurrent, bias } };
  });
}

function outputShape(config: RecurrentConfig, inputs: readonly Shape[]): number[] {
  return config.return_sequences ? [inputs[0]![0]!, config.units] : [config.units];
}

function weightSpecs<C extends RecurrentConfig>(
  cell: Cell<C>,
  config: C,
  inputs: readonly Shape[],
): WeightSpec[] {
  const columns = cell.blocks * config.units;
  const kernelShape = [inputs[0]!.at(-1)!, columns];
  const recurrentShape = [config.units, columns];
  const biasShape = cell.biasShape(config);
  const pieces = cell.biasPieces?.(config);
  const kernels: WeightSpec[] = [
    {
      name: 'kernel',
      shape: kernelShape,
      initializer: config.kernel_initializer,
      ...fansOf(kernelShape),
      trainable: true,
      regularizer: config.kernel_regularizer,
      constraint: config.kernel_constraint,
    },
    {
      name: 'recurrent_kernel',
      shape: recurrentShape,
      initializer: config.recurrent_initializer,
      ...fansOf(recurrentShape),
      trainable: true,
      argument: 'recurrent_initializer',
      regularizer: config.recurrent_regularizer,
      constraint: config.recurrent_constraint,
    },
  ];
  if (!config.use_bias) return kernels;
  const bias: WeightSpec = {
    name: 'bias',
    shape: biasShape,
    initializer: config.bias_initializer,
    ...fansOf(biasShape),
    trainable: true,
    ...(pieces && { pieces }),
    regularizer: config.bias_regularizer,
    constraint: config.bias_constraint,
  };
  return [...kernels, bias];
}

function checkStates(config: RecurrentConfig, count: number, [input, ...states]: readonly Shape[]): void {
  checkSpatial(input!, 1);
  const fits =
    states.length === count && states.every((shape) => shape.length === 1 && shape[0] === config.units);
  if (states.length === 0 || fits) return;
  throw new KernelscopeError({
    code: 'shape',
    path: 'inputs',
    expected: `an input, or an input and ${count} ${count === 1 ? 'state' : 'states'} of [${config.units}]`,
    received: states.map((shape) => `[${shape.join(', ')}]`).join(', '),
    reason: 'states',
  });
}

/** A recurrent layer over `[step, feature]`, from its cell. */
export function recurrent<C extends RecurrentConfig>(
  snakeName: string,
  schema: LayerDefinition<C>['schema'],
  cell: Cell<C>,
): LayerDefinition<C> {
  /** The step that the cell at `index` belongs to, and its unit. */
  function momentAt(config: C, values: LayerValues, index: readonly number[]) {
    const moments = run(cell, config, values);
    return {
      moment: moments[config.return_sequences ? index[0]! : moments.length - 1]!,
      unit: index.at(-1)!,
    };
  }

  return {
    snakeName,
    operation: 'recurrent',
    schema,
    arity: 'states',
    validate: (config, inputs) => checkStates(config, cell.states, inputs),
    outputShape,
    weights: (config, inputs) => weightSpecs(cell, config, inputs),
    macs(config, inputs) {
      const [steps, features] = inputs[0] as readonly [number, number];
      return steps * (features + config.units) * cell.blocks * config.units;
    },
    activation: () => 'linear',
    activityRegularizer: (config) => config.activity_regularizer,
    // A step sees itself and what came before it; read backwards that is no window.
    windows(config, inputs) {
      const size = inputs[0]![0]!;
      if (!config.return_sequences || config.go_backwards) return [];
      return [axisWindow({ size, kernel: size, stride: 1, dilation: 1, padding: 'causal' })];
    },
    seesAll: () => true,
    stateShapes: (config) => (config.return_state ? new Array<Shape>(cell.states).fill([config.units]) : []),
    compute(config, values) {
      const moments = run(cell, config, values);
      const last = moments.at(-1)!;
      const shape = outputShape(config, [values.inputs[0]!.shape]);
      const data = new Float32Array(sizeOf(shape));
      const shown = config.return_sequences ? moments : [last];
      shown.forEach(({ states }, at) => {
        data.set(states[0]!, at * config.units);
      });
      const output = { shape, data };
      if (!config.return_state) return { output };
      const states = last.states.map((row) => ({ shape: [config.units], data: Float32Array.from(row) }));
      return { output, states };
    },
    derive(config, _, index, values) {
      if (!values) return { reduction: 'sum', terms: [] };
      const { moment, unit } = momentAt(config, values, index);
      const place = (of: number, back: 0 | 1) =>
        config.return_sequences ? [Math.max(0, index[0]! - back), of] : [of];
      return cell.derive(config, moment, unit, place);
    },
    gates(config, values, index): RecurrentGates | undefined {
      const { moment, unit } = momentAt(config, values, index);
      const gates = Object.entries(moment.gates).map(([letter, { pre, value }]) => [
        letter,
        { pre_activation: pre[unit]!, value: value[unit]! },
      ]);
      const state = (at: number) => ({ before: moment.before[at]![unit]!, after: moment.states[at]![unit]! });
      return {
        step: moment.step,
        gates: Object.fromEntries(gates),
        hidden: state(0),
        ...(cell.states > 1 && { cell: state(1) }),
      };
    },
  };
}
