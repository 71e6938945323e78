import * as v from 'valibot';
import { layerName } from '../schema/layer-name.ts';
import { object } from '../schema/leaf.ts';
import { type Axes, axesArgument, axesIn, axesOf } from './axes.ts';
import { checkAxis } from './axis.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';

export interface SoftmaxConfig extends BaseConfig {
  /** Counted with the batch axis, which is 0. */
  readonly axis: Axes;
}

/** Shares of the cells along an axis, or along several together: exp(x) over their sum. */
export const softmax: LayerDefinition<SoftmaxConfig> = {
  ...elementwise,
  snakeName: 'softmax',
  operation: 'activation',
  schema: object({ name: layerName(), axis: v.optional(axesArgument(), -1) }),
  validate({ axis }, inputs) {
    for (const one of axesOf(axis)) checkAxis(one, inputs[0]!);
  },
  activation: () => 'softmax',
  activationAxes: ({ axis }, inputs) => axesIn(axis, inputs[0]!),
  seesAll: ({ axis }, inputs) => axesOf(axis).length === inputs[0]!.length,
};
