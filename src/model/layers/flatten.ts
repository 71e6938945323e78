import { indexAt, sizeOf } from '../../base/tensor.ts';
import { layerName } from '../schema/layer-name.ts';
import { object } from '../schema/leaf.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';

/** `[row, col, channel]` to one list of units, row-major: a unit is one cell of the input. */
export const flatten: LayerDefinition<BaseConfig> = {
  ...elementwise,
  snakeName: 'flatten',
  operation: 'identity',
  schema: object({ name: layerName() }),
  outputShape: (_, inputs) => [sizeOf(inputs[0]!)],
  activation: () => 'linear',
  derive: (_, inputs, index) => ({
    reduction: 'identity',
    terms: [{ input: 0, inputIndex: indexAt(inputs[0]!, index[0]!) }],
  }),
};
