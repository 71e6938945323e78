import type { Tensor } from '../../base/tensor.ts';
import type { NamedWeight } from '../../model/trace.ts';
import type { Target } from '../marks.ts';
import { type Adapted, adaptedLens } from './adapt.ts';
import { weightsFormula } from './formula.ts';
import type { LayerScene, LensContext } from './request.ts';
import { weightNamed } from './values.ts';

/** The channels from `first` on, `count` of them, of a tensor with its channels last. */
function channelsOf({ shape, data }: Pick<Tensor, 'shape' | 'data'>, first: number, count: number): Tensor {
  const all = shape.at(-1)!;
  const places = data.length / all;
  const copy = new Float32Array(places * count);
  for (let place = 0; place < places; place++) {
    const from = place * all + first;
    copy.set(data.subarray(from, from + count), place * count);
  }
  return { shape: [...shape.slice(0, -1), count], data: copy };
}

const last = (index: readonly number[], by: number) => [...index.slice(0, -1), index.at(-1)! + by];

/** Moves what is chosen in the picture by channels: of the source, of the layer's own output, and of its weights. */
function back(
  { source, layer }: LensContext,
  by: { readonly read: number; readonly own: number; weight(target: Target & { type: 'weight' }): Target },
): Adapted['back'] {
  return (target) => {
    if (target.type === 'weight') return by.weight(target);
    if (target.type === 'map' && target.layer === source.name)
      return { ...target, channel: target.channel + by.read };
    if (target.type !== 'cell') return target;
    if (target.layer === source.name) return { ...target, index: last(target.index, by.read) };
    return target.layer === layer ? { ...target, index: last(target.index, by.own) } : target;
  };
}

/** A filter that looks only at its group's channels. */
function grouped(context: LensContext, kernel: NamedWeight): Adapted {
  const { source, index } = context;
  const [count, filters] = kernel.shape.slice(-2) as [number, number];
  const groups = source.shape.at(-1)! / count;
  const first = Math.floor(index.at(-1)! / (filters / groups)) * count;
  const own = { ...channelsOf(source, first, count), name: source.name };
  return {
    context: { ...context, source: own, sources: [own] },
    back: back(context, { read: first, own: 0, weight: (target) => target }),
  };
}

/** One of the filters of a single channel: kernel `[…size, in, multiplier]`, output channel `in * multiplier + filter`. */
function depthwise(context: LensContext, kernel: NamedWeight): Adapted {
  const { source, index, layer, traced, weights } = context;
  const multiplier = kernel.shape.at(-1)!;
  const output = index.at(-1)!;
  const [input, filter] = [Math.floor(output / multiplier), output % multiplier];
  const own = { ...channelsOf(source, input, 1), name: source.name };
  const at = input * multiplier + filter;
  const all = kernel.shape.at(-2)! * multiplier;
  const size = kernel.shape.slice(0, -2);
  const data = Float32Array.from(
    { length: kernel.data.length / all },
    (_, tap) => kernel.data[tap * all + at]!,
  );
  const bias = weightNamed(context, 'bias');
  const sliced: NamedWeight[] = [
    { ...kernel, shape: [...size, 1, 1], data },
    ...(bias ? [{ ...bias, shape: [1], data: bias.data.slice(output, output + 1) }] : []),
  ];
  return {
    context: {
      ...context,
      source: own,
      sources: [own],
      index: [...index.slice(0, -1), 0],
      weights: new Map([...weights, [layer, sliced]]),
      trained: undefined,
      chosen: undefined,
      compare: undefined,
      traced: {
        output: channelsOf(traced.output, output, 1),
        ...(traced.pre && { pre: channelsOf(traced.pre, output, 1) }),
      },
    },
    back: back(context, {
      read: input,
      own: output,
      weight: (target) => ({
        ...target,
        index: target.weight === 'bias' ? [output] : [...target.index.slice(0, -2), input, filter],
      }),
    }),
  };
}

/** A convolution's picture for filters that look at some of the channels only: those of a group, or a single one. */
export function ownChannels(scene: LayerScene): LayerScene {
  return {
    ...scene,
    lens(context) {
      const kernel = weightNamed(context, 'kernel')!;
      const [count, filters] = kernel.shape.slice(-2) as [number, number];
      const single = filters !== context.traced.output.shape.at(-1);
      if (!single && count === context.source.shape.at(-1)) return scene.lens(context);
      const picture = adaptedLens(scene, (single ? depthwise : grouped)(context, kernel));
      return { ...picture, params: weightsFormula(context.node.weights) };
    },
  };
}
