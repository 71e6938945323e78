import type { Shape } from '../base/tensor.ts';
import { isChannelsFirst } from './layers/data-format.ts';
import type { BaseConfig } from './layers/definition.ts';
import { INPUT_NAME, type Network } from './network.ts';
import { partOf } from './part-names.ts';

/** The config of the layer that a wrapper carries. */
function innerOf(config: BaseConfig): BaseConfig | undefined {
  return 'layer' in config ? (config.layer as { readonly config: BaseConfig }).config : undefined;
}

function saysFormat(config: BaseConfig): boolean {
  return 'data_format' in config || 'data_format' in (innerOf(config) ?? {});
}

/** The channel axis of what a layer of this config reads and gives, where that has so many axes. */
export function channelAxisIn(config: BaseConfig, axes: number): number {
  const inner = innerOf(config);
  if (inner) return Math.max(0, Math.min(axes - 1, 1 + channelAxisIn(inner, axes - 1)));
  return isChannelsFirst(config) ? 0 : axes - 1;
}

const found = new WeakMap<Network, ReadonlyMap<string, number>>();

function axesOf(network: Network): ReadonlyMap<string, number> {
  const { inputShape, layers } = network;
  const first = layers.find(({ config, inputShapes: [shape] }) => {
    return saysFormat(config) && shape!.length === inputShape.length;
  });
  const input = first ? channelAxisIn(first.config, inputShape.length) : inputShape.length - 1;
  const axes = new Map<string, number>([[INPUT_NAME, input]]);
  const shapes = new Map<string, Shape>([[INPUT_NAME, inputShape]]);
  for (const { name, config, inputs, outputShape } of layers) {
    const source = partOf(inputs[0] ?? INPUT_NAME).layer;
    // Layers that don't say leave the axes where they were.
    const kept = !saysFormat(config) && shapes.get(source)?.length === outputShape.length;
    axes.set(name, kept ? axes.get(source)! : channelAxisIn(config, outputShape.length));
    shapes.set(name, outputShape);
  }
  return axes;
}

/** Which axis of a layer's output (or of the model's input, `input`) has the channels: the last, or by data_format the first. */
export function channelAxisOf(network: Network, name: string): number {
  const axes = found.get(network) ?? axesOf(network);
  found.set(network, axes);
  return axes.get(name) ?? 0;
}
