import { layerName } from '../schema/layer-name.ts';
import { object, wholeNumber } from '../schema/leaf.ts';
import { wholeAxis } from './axis-parts.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';
import { checkRank } from './refuse.ts';

export interface RepeatVectorConfig extends BaseConfig {
  readonly n: number;
}

/** `[channel]` to `[step, channel]`: the same vector at each of `n` steps. */
export const repeatVector: LayerDefinition<RepeatVectorConfig> = {
  ...elementwise,
  snakeName: 'repeat_vector',
  operation: 'identity',
  schema: object({ name: layerName(), n: wholeNumber(1) }),
  validate: (_, inputs) => checkRank(inputs[0]!, 1),
  outputShape: ({ n }, inputs) => [n, inputs[0]![0]!],
  axes: ({ n }, [read]) => [wholeAxis('step', n), read![0]!],
  activation: () => 'linear',
  derive: (_, __, index) => ({ reduction: 'identity', terms: [{ input: 0, inputIndex: [index[1]!] }] }),
};
