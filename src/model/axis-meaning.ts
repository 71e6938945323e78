import { channelAxisIn, channelAxisOf } from './channel-axis.ts';
import { type Axis, type Meaning, slidAxis, wholeAxis } from './layers/axis-parts.ts';
import { INPUT_NAME, type Network, type NetworkLayer } from './network.ts';
import { partOf } from './part-names.ts';

const SPATIAL: readonly (readonly Meaning[])[] = [[], ['step'], ['row', 'col'], ['depth', 'row', 'col']];

/** Whether the model begins by looking up rows of an embedding: its input is then steps of words. */
function readsWords({ layers }: Network): boolean {
  return layers.some(
    ({ inputs, definition }) => inputs[0] === INPUT_NAME && definition.operation === 'lookup',
  );
}

function inputAxes(network: Network): readonly Axis[] {
  const shape = network.inputShape;
  if (shape.length === 1) return [wholeAxis(readsWords(network) ? 'step' : 'feature', shape[0]!)];
  const channelAxis = channelAxisOf(network, INPUT_NAME);
  const names = [...(SPATIAL[shape.length - 1] ?? shape.slice(1).map((): Meaning => 'position'))];
  names.splice(channelAxis, 0, shape.length === 2 ? 'feature' : 'channel');
  return shape.map((size, axis) => wholeAxis(names[axis]!, size));
}

const NEW: Readonly<Record<string, Meaning>> = {
  conv: 'channel',
  dense: 'unit',
  recurrent: 'unit',
  lookup: 'feature',
};

/** What a layer without a word of its own makes of the axes that it reads. */
function usualAxes(layer: NetworkLayer, read: readonly Axis[], channelAxis: number): readonly Axis[] {
  const { definition, config, inputShapes, outputShape } = layer;
  const made = NEW[definition.operationOf?.(config) ?? ''] ?? NEW[definition.operation];
  const windows = definition.windows?.(config, inputShapes) ?? [];
  if (outputShape.length === read.length) {
    let spatial = 0;
    return outputShape.map((size, axis) => {
      const isChannel = axis === channelAxis;
      if (isChannel && made) return wholeAxis(made, size);
      const kernel = isChannel ? 1 : (windows[spatial++]?.kernel ?? 1);
      return slidAxis(read[axis]!, size, kernel);
    });
  }
  const kept = outputShape.slice(0, -1).map((size, axis) => slidAxis(read[axis]!, size, 1));
  const last = outputShape.at(-1)!;
  // Global pooling and the last step of a recurrent layer leave the channels; a lookup adds them.
  const source = outputShape.length > read.length ? undefined : read[channelAxisIn(config, read.length)];
  return [...kept, made || !source ? wholeAxis(made ?? 'feature', last) : slidAxis(source, last, 1)];
}

const found = new WeakMap<Network, ReadonlyMap<string, readonly Axis[]>>();

/** What runs along each axis of the model's input and of every layer's output, followed from layer to layer. */
export function axisMeanings(network: Network): ReadonlyMap<string, readonly Axis[]> {
  const known = found.get(network);
  if (known) return known;
  const all = new Map<string, readonly Axis[]>([[INPUT_NAME, inputAxes(network)]]);
  for (const layer of network.layers) {
    const read = layer.inputs.map((name) => {
      const { layer: source, part } = partOf(name);
      return part === 0
        ? all.get(source)!
        : [wholeAxis('unit', layer.inputShapes[layer.inputs.indexOf(name)]![0]!)];
    });
    const own = layer.definition.axes?.(layer.config, read);
    all.set(layer.name, own ?? usualAxes(layer, read[0]!, channelAxisOf(network, layer.name)));
  }
  found.set(network, all);
  return all;
}

/** What an axis means as a whole: `single` where it is 1 and says nothing, `mixed` where no one thing runs along it. */
export function meaningOf({ parts }: Axis): Meaning | 'mixed' | 'single' {
  const meanings = new Set(parts.flatMap((part) => part.meanings));
  const [only] = meanings;
  if (only === undefined) return 'single';
  return meanings.size === 1 ? only : 'mixed';
}
