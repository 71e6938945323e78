import { KernelscopeError } from '../../base/errors.ts';
import type { Shape } from '../../base/tensor.ts';
import { layerName } from '../schema/layer-name.ts';
import { object } from '../schema/leaf.ts';
import type { BaseConfig, Derivation, LayerDefinition, Operation, Term } from './definition.ts';
import { elementwise } from './elementwise.ts';
import { batched } from './tuple.ts';

/** Sizes of two shapes together: they end at the same axis, and a size of 1 stands for any. */
function broadcast(first: Shape, second: Shape): number[] {
  if (first.length < second.length) return broadcast(second, first);
  const more = first.length - second.length;
  return first.map((size, axis) => {
    const other = second[axis - more] ?? 1;
    if (size === other || other === 1) return size;
    if (size === 1) return other;
    // Keras's own words, and in what follows too.
    throw new KernelscopeError({
      code: 'shape',
      expected: 'Inputs have incompatible shapes',
      received: `shapes ${batched(first)} and ${batched(second)}`,
      reason: 'merge',
    });
  });
}

function outputShape(_: BaseConfig, inputs: readonly Shape[]): Shape {
  return inputs.slice(1).reduce(broadcast, inputs[0]!);
}

/** A layer that takes the cells of several inputs together, place by place. */
export function merging(
  snakeName: string,
  operation: Operation,
  reduction: Derivation['reduction'],
): LayerDefinition {
  return {
    ...elementwise,
    snakeName,
    operation,
    arity: 'many',
    schema: object({ name: layerName() }),
    validate(config, inputs) {
      outputShape(config, inputs);
      if (operation !== 'subtract' || inputs.length === 2) return;
      throw new KernelscopeError({
        code: 'shape',
        path: 'inputs',
        expected: 'A `Subtract` layer should be called on exactly 2 inputs',
        received: `input_shape=[${inputs.map(batched).join(', ')}]`,
        reason: 'merge',
      });
    },
    outputShape,
    activation: () => 'linear',
    derive(_, inputs, index) {
      const terms = inputs.map((shape, input): Term => {
        const own = index.slice(index.length - shape.length);
        const inputIndex = own.map((at, axis) => (shape[axis] === 1 ? 0 : at));
        const factor = operation === 'subtract' ? { factor: input === 0 ? 1 : -1 } : {};
        return { input, inputIndex, ...factor };
      });
      return { reduction, terms };
    },
  };
}
