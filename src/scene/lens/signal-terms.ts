import type { ScaleSpec } from '../../base/color.ts';
import { type AxisWindow, tapsOf } from '../../model/window.ts';
import type { LensContext } from './request.ts';
import { weightNamed } from './values.ts';

/** One tap of the kernel on its step, with its numbers by channel. */
interface SignalTap {
  readonly tap: number;
  readonly step: number;
  readonly inside: boolean;
  readonly inputs: Float32Array;
  readonly weights: Float32Array;
  readonly products: Float32Array;
}

/** Everything that one output cell of a convolution over `[step, channel]` adds up. */
export interface SignalTerms {
  readonly window: AxisWindow;
  readonly taps: readonly SignalTap[];
  readonly channels: number;
  /** Products that count: those not on padding. */
  readonly count: number;
  readonly sum: number;
  readonly productScale: ScaleSpec;
}

export function signalTerms(context: LensContext): SignalTerms {
  const { node, index, source } = context;
  const [window] = node.definition.windows!(node.config, node.inputShapes) as [AxisWindow];
  const kernel = weightNamed(context, 'kernel')!;
  const [, channels, filters] = kernel.shape as [number, number, number];
  const [at, filter] = index as [number, number];
  let limit = 0;
  let total = 0;
  const taps = tapsOf(window, at).map(({ tap, cell: step, inside }): SignalTap => {
    const inputs = new Float32Array(channels);
    if (inside) inputs.set(source.data.subarray(step * channels, (step + 1) * channels));
    const weights = inputs.map((_, channel) => kernel.data[(tap * channels + channel) * filters + filter]!);
    const products = inputs.map((value, channel) => value * weights[channel]!);
    for (const product of products) {
      total += product;
      limit = Math.max(limit, Math.abs(product));
    }
    return { tap, step, inside, inputs, weights, products };
  });
  const count = taps.filter(({ inside }) => inside).length * channels;
  return {
    window,
    taps,
    channels,
    count,
    sum: total,
    productScale: { type: 'diverging', limit: limit || 1 },
  };
}
