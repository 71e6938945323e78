import { indexAt, type Shape, sizeOf } from '../../base/tensor.ts';
import { layerName } from '../schema/layer-name.ts';
import { object } from '../schema/leaf.ts';
import { joinedAxis } from './axis-parts.ts';
import { type DataFormat, dataFormatArgument, isChannelsFirst } from './data-format.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';

interface FlattenConfig extends BaseConfig {
  readonly data_format: DataFormat;
}

/** The input cell that stands at `position` of the list: its channels are the fastest in either data format. */
function cellAt(config: FlattenConfig, shape: Shape, position: number): number[] {
  if (!isChannelsFirst(config)) return indexAt(shape, position);
  const [channels, ...spatial] = shape as [number, ...number[]];
  const index = indexAt([...spatial, channels], position);
  return [index.at(-1)!, ...index.slice(0, -1)];
}

/** `[row, col, channel]` to one list of units, row-major: a unit is one cell of the input. */
export const flatten: LayerDefinition<FlattenConfig> = {
  ...elementwise,
  snakeName: 'flatten',
  operation: 'identity',
  rearranges: true,
  schema: object({ name: layerName(), data_format: dataFormatArgument() }),
  outputShape: (_, inputs) => [sizeOf(inputs[0]!)],
  // Its channels are the fastest in either data format.
  axes: (config, [read]) => [joinedAxis(isChannelsFirst(config) ? [...read!.slice(1), read![0]!] : read!)],
  activation: () => 'linear',
  derive: (config, inputs, index) => ({
    reduction: 'identity',
    terms: [{ input: 0, inputIndex: cellAt(config, inputs[0]!, index[0]!) }],
  }),
};
