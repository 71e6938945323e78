import { KernelscopeError } from '../../base/errors.ts';
import { type Shape, sizeOf, type Tensor } from '../../base/tensor.ts';
import { layerForward } from '../layer-forward.ts';
import { layerName } from '../schema/layer-name.ts';
import { object } from '../schema/leaf.ts';
import { axisWindow } from '../window.ts';
import type { BaseConfig, LayerDefinition, LayerValues } from './definition.ts';
import { type InnerLayer, innerDefinition, innerLayer } from './inner-layer.ts';
import { WRAPPABLE_KINDS } from './kinds.ts';
import { checkWithin } from './refuse.ts';

export interface TimeDistributedConfig extends BaseConfig {
  readonly layer: InnerLayer;
}

/** What the inner layer is given: a step of the input. */
function stepShape(inputs: readonly Shape[]): Shape {
  return inputs[0]!.slice(1);
}

function stepOf({ shape, data }: Tensor, step: number): Tensor {
  const inner = shape.slice(1);
  const size = sizeOf(inner);
  return { shape: inner, data: data.subarray(step * size, (step + 1) * size) };
}

function valuesAt({ inputs, weights }: LayerValues, step: number): LayerValues {
  return { inputs: [stepOf(inputs[0]!, step)], weights };
}

function stacked(steps: readonly Tensor[]): Tensor {
  const { shape } = steps[0]!;
  const size = sizeOf(shape);
  const data = new Float32Array(steps.length * size);
  steps.forEach((step, at) => {
    data.set(step.data, at * size);
  });
  return { shape: [steps.length, ...shape], data };
}

function check({ layer }: TimeDistributedConfig, inputs: readonly Shape[]): void {
  const definition = innerDefinition(layer);
  if (inputs[0]!.length < 2) {
    throw new KernelscopeError({
      code: 'shape',
      expected: 'an input with 2 axes or more, of which the first is the steps',
      received: `[${inputs[0]!.join(', ')}]`,
      reason: 'rank',
    });
  }
  const inner = [stepShape(inputs)];
  checkWithin('config.layer', () => {
    if (definition.arity === 'many') {
      throw new KernelscopeError({
        code: 'unsupported',
        expected: 'a layer that reads one input',
        received: layer.class_name,
      });
    }
    if (definition.stateShapes?.(layer.config, inner).length) {
      throw new KernelscopeError({
        code: 'unsupported',
        path: 'config.return_state',
        expected: 'a layer that gives one output',
        received: 'return_state=True',
      });
    }
    definition.validate(layer.config, inner);
  });
}

/** The same layer for each step of the first axis. */
export const timeDistributed: LayerDefinition<TimeDistributedConfig> = {
  snakeName: 'time_distributed',
  operation: 'identity',
  turnsAxes: true,
  operationOf({ layer }) {
    const { operation, operationOf } = innerDefinition(layer);
    return operationOf?.(layer.config) ?? operation;
  },
  schema: object({ name: layerName(), layer: innerLayer(WRAPPABLE_KINDS) }),
  validate: check,
  outputShape: ({ layer }, inputs) => [
    inputs[0]![0]!,
    ...innerDefinition(layer).outputShape(layer.config, [stepShape(inputs)]),
  ],
  weights({ layer }, inputs) {
    const specs = innerDefinition(layer).weights(layer.config, [stepShape(inputs)]);
    return specs.map((spec) => ({
      ...spec,
      argument: `layer.config.${spec.argument ?? `${spec.name}_initializer`}`,
    }));
  },
  macs: ({ layer }, inputs) =>
    inputs[0]![0]! * innerDefinition(layer).macs(layer.config, [stepShape(inputs)]),
  axes({ layer }, [read]) {
    const [first, ...rest] = read!;
    const inner = innerDefinition(layer).axes?.(layer.config, [rest]);
    return inner && [first!, ...inner];
  },
  activation: ({ layer }) => innerDefinition(layer).activation(layer.config),
  activationFunction({ layer }) {
    return innerDefinition(layer).activationFunction?.(layer.config);
  },
  activationAxes({ layer }, inputs) {
    const inner = stepShape(inputs);
    const axes = innerDefinition(layer).activationAxes?.(layer.config, [inner]);
    return (axes ?? [inner.length - 1]).map((axis) => axis + 1);
  },
  windows({ layer }, inputs) {
    const inner = stepShape(inputs);
    const own = axisWindow({
      size: inputs[0]![0]!,
      kernel: 1,
      stride: 1,
      dilation: 1,
      padding: 'valid',
    });
    const windows = innerDefinition(layer).windows?.(layer.config, [inner]) ?? [];
    return inner.length === 1 || windows.length > 0 ? [own, ...windows] : [];
  },
  derive({ layer }, inputs, [step, ...index], values) {
    const inner = values && valuesAt(values, step!);
    const derivation = innerDefinition(layer).derive(layer.config, [stepShape(inputs)], index, inner);
    const terms = derivation.terms.map((term) => ({ ...term, inputIndex: [step!, ...term.inputIndex] }));
    return { ...derivation, terms };
  },
  reads({ layer }, inputs, [step, ...index]) {
    const cells = innerDefinition(layer).reads?.(layer.config, [stepShape(inputs)], index);
    return cells?.map((cell) => [step!, ...cell]);
  },
  compute({ layer }, values) {
    const steps = Array.from({ length: values.inputs[0]!.shape[0]! }, (_, step) =>
      layerForward(innerDefinition(layer), layer.config, valuesAt(values, step)),
    );
    const pres = steps.flatMap(({ pre }) => pre ?? []);
    return {
      ...(pres.length > 0 && { pre: stacked(pres) }),
      output: stacked(steps.map(({ output }) => output)),
    };
  },
  gates({ layer }, values, [step, ...index]) {
    return innerDefinition(layer).gates?.(layer.config, valuesAt(values, step!), index);
  },
};
