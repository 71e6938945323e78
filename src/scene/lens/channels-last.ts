import { flatIndex, indexAt, type Tensor } from '../../base/tensor.ts';
import { channelAxisIn } from '../../model/channel-axis.ts';
import { type Adapted, adaptedLens, cellsBack } from './adapt.ts';
import type { LayerScene, LensContext } from './request.ts';

/** A list with its first item last, and the way back. */
const rotated = (list: readonly number[]) => (list.length > 1 ? [...list.slice(1), list[0]!] : [...list]);
const rotatedBack = (list: readonly number[]) =>
  list.length > 1 ? [list.at(-1)!, ...list.slice(0, -1)] : [...list];

const kept = new WeakMap<Float32Array, Tensor>();

/** The tensor with its first axis last; remembered, since arrays of a trace are never changed in place. */
function moved({ shape, data }: Pick<Tensor, 'shape' | 'data'>): Tensor {
  if (shape.length < 2) return { shape, data };
  const known = kept.get(data);
  if (known) return known;
  const to = rotated(shape);
  const copy = Float32Array.from(data, (_, flat) => data[flatIndex(shape, rotatedBack(indexAt(to, flat)))]!);
  const tensor = { shape: to, data: copy };
  kept.set(data, tensor);
  return tensor;
}

function adapt(context: LensContext): Adapted {
  const { source, traced, index, node } = context;
  const count = traced.output.shape.length;
  const activationAxes = () => {
    const axes = node.definition.activationAxes?.(node.config, node.inputShapes) ?? [count - 1];
    return axes.map((axis) => (axis + count - 1) % count).sort((a, b) => a - b);
  };
  const own = { ...moved(source), name: source.name };
  return {
    context: {
      ...context,
      node: { ...node, definition: { ...node.definition, activationAxes } },
      source: own,
      sources: [own],
      index: rotated(index),
      traced: { ...traced, output: moved(traced.output), ...(traced.pre && { pre: moved(traced.pre) }) },
    },
    back: cellsBack(context, rotatedBack, rotatedBack),
  };
}

/** A picture of maps with their channels last, also for layers whose channels come first. */
export function channelsLast(scene: LayerScene): LayerScene {
  return {
    ...scene,
    lens(context) {
      const axes = context.source.shape.length;
      const first = axes > 1 && channelAxisIn(context.node.config, axes) === 0;
      return first ? adaptedLens(scene, adapt(context)) : scene.lens(context);
    },
  };
}
