import type { Initializer } from '../initializers.ts';
import type { WeightSpec } from './definition.ts';

interface WeightedConfig {
  readonly use_bias: boolean;
  readonly kernel_initializer: Initializer;
  readonly bias_initializer: Initializer;
}

/** Keras's `kernel` `[…size, in, out]` and, where the layer has one, `bias` `[out]`. */
export function kernelAndBias(
  config: WeightedConfig,
  size: readonly number[],
  channels: number,
  outputs: number,
): WeightSpec[] {
  const area = size.reduce((product, length) => product * length, 1);
  const kernel = {
    name: 'kernel',
    shape: [...size, channels, outputs],
    initializer: config.kernel_initializer,
    fanIn: area * channels,
    fanOut: area * outputs,
    trainable: true,
  };
  if (!config.use_bias) return [kernel];
  // Keras takes the length of a weight with one axis for both of its fans.
  const bias = {
    name: 'bias',
    shape: [outputs],
    initializer: config.bias_initializer,
    fanIn: outputs,
    fanOut: outputs,
    trainable: true,
  };
  return [kernel, bias];
}
