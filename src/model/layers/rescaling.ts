import * as v from 'valibot';
import { KernelscopeError } from '../../base/errors.ts';
import { layerName } from '../schema/layer-name.ts';
import { numbers, object, type Schema } from '../schema/leaf.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';

/** One number for all channels, or one each. */
type ByChannel = number | readonly number[];

export interface RescalingConfig extends BaseConfig {
  readonly scale: ByChannel;
  readonly offset: ByChannel;
}

const MOST_CHANNELS = 4096;

function byChannel(): Schema<ByChannel> {
  return numbers(MOST_CHANNELS);
}

function at(value: ByChannel, channel: number): number {
  if (typeof value === 'number') return value;
  return value[value.length === 1 ? 0 : channel]!;
}

/** `x * scale + offset`, the same in training. */
export const rescaling: LayerDefinition<RescalingConfig> = {
  ...elementwise,
  snakeName: 'rescaling',
  operation: 'scale',
  schema: object({ name: layerName(), scale: byChannel(), offset: v.optional(byChannel(), 0) }),
  validate({ scale, offset }, inputs) {
    const channels = inputs[0]!.at(-1)!;
    for (const [name, value] of Object.entries({ scale, offset })) {
      if (typeof value === 'number' || value.length === 1 || value.length === channels) continue;
      throw new KernelscopeError({
        code: 'shape',
        path: `config.${name}`,
        expected: `a number, or one for each of ${channels} channels`,
        received: `${value.length} numbers`,
      });
    }
  },
  activation: () => 'linear',
  derive: ({ scale, offset }, _, index) => ({
    reduction: 'sum',
    terms: [{ input: 0, inputIndex: index, factor: at(scale, index.at(-1)!) }],
    constant: at(offset, index.at(-1)!),
  }),
};
