import * as v from 'valibot';
import { flatIndex, type Shape } from '../../base/tensor.ts';
import { type Constraint, constraintSchema } from '../constraints.ts';
import { type Initializer, initializerSchema } from '../initializers.ts';
import { type Regularizer, regularizerSchema } from '../regularizers.ts';
import { layerName } from '../schema/layer-name.ts';
import { Fault, leaf, object, orNull, type Schema } from '../schema/leaf.ts';
import { taking } from '../schema/takes.ts';
import { MOST_AXES } from './axes.ts';
import { checkAxis } from './axis.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';
import { fansOf } from './fans.ts';

interface PReLUConfig extends BaseConfig {
  readonly alpha_initializer: Initializer;
  readonly alpha_regularizer: Regularizer | null;
  readonly alpha_constraint: Constraint | null;
  /** Along these axes, counted from 1, all cells share a slope. */
  readonly shared_axes: readonly number[] | null;
}

function sharedAxes(): Schema<readonly number[]> {
  const schema = leaf('an axis, or a list of axes', (value): readonly number[] | Fault => {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const fits = list.every(
      (axis) => Number.isInteger(axis) && Number(axis) >= 1 && Number(axis) < MOST_AXES,
    );
    return fits ? (list as number[]) : new Fault(list.every(Number.isFinite) ? 'range' : 'type');
  });
  return taking(schema, { type: 'integers', least: 1 });
}

function slopeShape({ shared_axes }: PReLUConfig, inputs: readonly Shape[]): number[] {
  return inputs[0]!.map((size, axis) => (shared_axes?.includes(axis + 1) ? 1 : size));
}

/** What is negative only times a slope that is learned, by default one for each cell (He et al. 2015). */
export const pReLU: LayerDefinition<PReLUConfig> = {
  ...elementwise,
  snakeName: 'p_re_lu',
  operation: 'activation',
  schema: object({
    name: layerName(),
    alpha_initializer: initializerSchema('zeros'),
    alpha_regularizer: regularizerSchema(),
    alpha_constraint: constraintSchema(),
    shared_axes: v.optional(orNull(sharedAxes()), null),
  }),
  validate({ shared_axes }, inputs) {
    for (const axis of shared_axes ?? []) checkAxis(axis, inputs[0]!, 'config.shared_axes');
  },
  weights(config, inputs) {
    const shape = slopeShape(config, inputs);
    return [
      {
        name: 'alpha',
        shape,
        initializer: config.alpha_initializer,
        ...fansOf(shape),
        trainable: true,
        regularizer: config.alpha_regularizer,
        constraint: config.alpha_constraint,
      },
    ];
  },
  activation: () => 'linear',
  derive(config, inputs, index, values) {
    const term = { input: 0, inputIndex: index };
    const given = values?.inputs[0];
    if (given && given.data[flatIndex(given.shape, index)]! >= 0)
      return { reduction: 'identity', terms: [term] };
    const place = slopeShape(config, inputs).map((size, axis) => (size === 1 ? 0 : index[axis]!));
    return { reduction: 'sum', terms: [{ ...term, weight: { name: 'alpha', index: place } }] };
  },
};
