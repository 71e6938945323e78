import type { ScaleSpec } from '../../base/color.ts';
import { sizeOf } from '../../base/tensor.ts';
import { channelAxisIn } from '../../model/channel-axis.ts';
import { termsOf } from '../../model/derivation.ts';
import type { NamedWeight } from '../../model/trace.ts';
import { signedScale } from '../layer-scale.ts';
import type { LensContext } from '../lens/request.ts';
import { weightNamed } from '../lens/values.ts';

/** A convolution's filters, and what one of them makes of the number looked at. */
export interface Filters {
  readonly kernel: NamedWeight;
  /** Of one slice: all axes but the last below each other. */
  readonly rows: number;
  readonly cols: number;
  readonly inputs: number;
  readonly count: number;
  /** The one that is opened, and the first of the input channels that it reads. */
  readonly filter: number;
  readonly first: number;
  /** By input channel, what it adds to the number looked at. */
  readonly sums: readonly number[];
  readonly scale: ScaleSpec;
  readonly sumScale: ScaleSpec;
}

export function filtersOf(context: LensContext): Filters {
  const { node, index, sources, source, weights, layer } = context;
  const kernel = weightNamed(context, 'kernel')!;
  const [inputs, count] = kernel.shape.slice(-2) as [number, number];
  const size = kernel.shape.slice(0, -2);
  const channelAxis = channelAxisIn(node.config, source.shape.length);
  const derivation = node.definition.derive(node.config, node.inputShapes, index);
  const own = weights.get(layer) ?? [];
  const terms = termsOf(derivation, sources, own);
  const filter = index[channelAxisIn(node.config, index.length)]!;
  const groups = Math.max(1, source.shape[channelAxis]! / inputs);
  const first = Math.floor(filter / (count / groups)) * inputs;
  const sums = new Array<number>(inputs).fill(0);
  for (const { term, product } of terms) sums[term.inputIndex[channelAxis]! - first]! += product;
  const limit = Math.max(...sums.map(Math.abs)) || 1;
  return {
    kernel,
    rows: sizeOf(size.slice(0, -1)),
    cols: size.at(-1)!,
    inputs,
    count,
    filter,
    first,
    sums,
    scale: signedScale(kernel.data),
    sumScale: { type: 'diverging', limit },
  };
}
