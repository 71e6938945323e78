import type { ScaleSpec } from '../../base/color.ts';
import { type AxisWindow, windowTaps } from '../../model/window.ts';
import type { LensContext } from './request.ts';
import { weightNamed } from './values.ts';

/** One kernel cell on its input cell. */
interface ConvTap {
  /** Place in the kernel. */
  readonly row: number;
  readonly col: number;
  /** Place in the window's whole extent, which dilation widens. */
  readonly windowRow: number;
  readonly windowCol: number;
  readonly cell: readonly number[];
  readonly inside: boolean;
}

/** One input channel's share of a convolution: values by tap, and their sum. */
export interface ConvChannel {
  readonly channel: number;
  readonly inputs: Float64Array;
  readonly weights: Float64Array;
  readonly products: Float64Array;
  readonly sum: number;
}

export interface ConvTerms {
  readonly windows: readonly [AxisWindow, AxisWindow];
  readonly taps: readonly ConvTap[];
  readonly channels: readonly ConvChannel[];
  /** Products that count: those not on padding. */
  readonly count: number;
  readonly sum: number;
  /** One scale for products and for the sums of a channel's products. */
  readonly productScale: ScaleSpec;
}

/** Everything that one output cell of a two-dimensional convolution adds up, channel by channel. */
export function convTerms(context: LensContext): ConvTerms {
  const { node, index, source } = context;
  const windows = node.definition.windows!(node.config, node.inputShapes) as [AxisWindow, AxisWindow];
  const kernel = weightNamed(context, 'kernel')!;
  const [, cols, inputs, outputs] = kernel.shape as [number, number, number, number];
  const [, sourceCols, sourceChannels] = source.shape as [number, number, number];
  const filter = index[2]!;
  const taps = windowTaps(windows, index).map(({ tap, cell, inside }): ConvTap => {
    const [row, col] = tap as [number, number];
    return {
      row,
      col,
      windowRow: row * windows[0].dilation,
      windowCol: col * windows[1].dilation,
      cell,
      inside,
    };
  });
  let limit = 0;
  let total = 0;
  const channels = Array.from({ length: inputs }, (_, channel): ConvChannel => {
    const values = new Float64Array(taps.length);
    const weights = new Float64Array(taps.length);
    const products = new Float64Array(taps.length);
    let sum = 0;
    taps.forEach((tap, at) => {
      const weight = kernel.data[((tap.row * cols + tap.col) * inputs + channel) * outputs + filter]!;
      weights[at] = weight;
      if (!tap.inside) return;
      const value = source.data[(tap.cell[0]! * sourceCols + tap.cell[1]!) * sourceChannels + channel]!;
      values[at] = value;
      products[at] = value * weight;
      sum += value * weight;
      limit = Math.max(limit, Math.abs(value * weight));
    });
    total += sum;
    limit = Math.max(limit, Math.abs(sum));
    return { channel, inputs: values, weights, products, sum };
  });
  const inside = taps.filter((tap) => tap.inside).length;
  const productScale: ScaleSpec = { type: 'diverging', limit: limit || 1 };
  return { windows, taps, channels, count: inside * inputs, sum: total, productScale };
}
