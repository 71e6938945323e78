import type { Tensor } from '../base/tensor.ts';
import { INPUT_NAME } from './network.ts';
import { partOf } from './part-names.ts';
import type { Trace } from './trace.ts';

/** What a layer reads by this name: the model's input, a layer's output, or (`lstm/1`) one of its states. */
export function readTrace({ input, layers }: Trace, name: string): Tensor | undefined {
  if (name === INPUT_NAME) return input;
  const { layer, part } = partOf(name);
  const traced = layers.get(layer);
  return part === 0 ? traced?.output : traced?.states?.[part - 1];
}
