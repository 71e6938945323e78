import * as v from 'valibot';
import { KernelscopeError } from '../../base/errors.ts';
import { layerName } from '../schema/layer-name.ts';
import { object, wholeNumber } from '../schema/leaf.ts';
import { axisIn, checkAxis } from './axis.ts';
import { blurred } from './axis-parts.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';
import { batched } from './tuple.ts';

export interface ConcatenateConfig extends BaseConfig {
  /** Counted with the batch axis, which is 0. */
  readonly axis: number;
}

/** Puts its inputs one after the other along an axis. */
export const concatenate: LayerDefinition<ConcatenateConfig> = {
  ...elementwise,
  snakeName: 'concatenate',
  operation: 'identity',
  arity: 'many',
  schema: object({ name: layerName(), axis: v.optional(wholeNumber(Number.MIN_SAFE_INTEGER), -1) }),
  validate(config, inputs) {
    const first = inputs[0]!;
    checkAxis(config.axis, first);
    const along = axisIn(config.axis, first);
    const fits = inputs.every(
      (shape) =>
        shape.length === first.length && shape.every((size, axis) => axis === along || size === first[axis]),
    );
    if (fits) return;
    // Keras's own words.
    throw new KernelscopeError({
      code: 'shape',
      path: 'inputs',
      expected:
        'A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis',
      received: `input_shape=[${inputs.map(batched).join(', ')}]`,
      reason: 'merge',
    });
  },
  outputShape(config, inputs) {
    const along = axisIn(config.axis, inputs[0]!);
    const sum = inputs.reduce((total, shape) => total + shape[along]!, 0);
    return inputs[0]!.map((size, axis) => (axis === along ? sum : size));
  },
  axes(config, inputs) {
    const [first] = inputs;
    const along = axisIn(
      config.axis,
      first!.map(({ size }) => size),
    );
    const joint = inputs.map((axes) => axes[along]!);
    const size = joint.reduce((sum, axis) => sum + axis.size, 0);
    return first!.map((axis, at) =>
      at === along
        ? blurred(
            size,
            joint.flatMap(({ parts }) => parts),
          )
        : axis,
    );
  },
  activation: () => 'linear',
  derive(config, inputs, index) {
    const along = axisIn(config.axis, inputs[0]!);
    let [input, at] = [0, index[along]!];
    while (at >= inputs[input]![along]!) at -= inputs[input++]![along]!;
    return { reduction: 'identity', terms: [{ input, inputIndex: index.with(along, at) }] };
  },
};
