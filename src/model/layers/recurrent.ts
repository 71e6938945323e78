import { KernelscopeError } from '../../base/errors.ts';
import { type Shape, sizeOf } from '../../base/tensor.ts';
import { axisWindow } from '../window.ts';
import type { LayerDefinition, LayerValues, RecurrentGates, WeightSpec } from './definition.ts';
import { fansOf } from './fans.ts';
import type { RecurrentConfig } from './recurrent-arguments.ts';
import { type Cell, cellsOf } from './recurrent-cell.ts';
import { lookedAt, runOf } from './recurrent-run.ts';
import { checkSpatial } from './refuse.ts';

function outputShape(config: RecurrentConfig, inputs: readonly Shape[]): number[] {
  return config.return_sequences ? [inputs[0]![0]!, config.units] : [config.units];
}

function weightSpecs<C extends RecurrentConfig>(
  cell: Cell<C>,
  config: C,
  inputs: readonly Shape[],
): WeightSpec[] {
  const columns = cell.gates.length * config.units;
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
    const moments = lookedAt(cell, config, values);
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
      return steps * (features + config.units) * cell.gates.length * config.units;
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
    reads(config, [input], [step]) {
      const [steps, features] = input as readonly [number, number];
      const seen = config.return_sequences ? step! + 1 : steps;
      const first = config.go_backwards ? steps - seen : 0;
      return cellsOf(first, seen, features);
    },
    stateShapes: (config) => (config.return_state ? new Array<Shape>(cell.states).fill([config.units]) : []),
    compute(config, values) {
      const moments = runOf(cell, config, values);
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
    unroll(config, values) {
      const moments = lookedAt(cell, config, values);
      return {
        moments,
        gates: cell.gates,
        sums: (at, unit) =>
          cell.gates.map((gate, block) => ({
            gate,
            column: block * config.units + unit,
            ...cell.sum(config, moments[at]!, block, unit),
          })),
      };
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
