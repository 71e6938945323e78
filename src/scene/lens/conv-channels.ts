import type { ScaleSpec } from '../../base/color.ts';
import { type AxisWindow, type Tap, tapsOf, windowTaps } from '../../model/window.ts';
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

/** One input channel's share of a convolution, of a volume one slice of it: values by tap, and their sum. */
export interface ConvChannel {
  readonly channel: number;
  /** Of a volume: the kernel's slice, and the input's slice that it lies on. */
  readonly slice?: Tap;
  readonly inputs: Float64Array;
  readonly weights: Float64Array;
  readonly products: Float64Array;
  readonly sum: number;
}

export interface ConvTerms {
  /** Along rows and columns. */
  readonly windows: readonly [AxisWindow, AxisWindow];
  /** Of a volume: along its slices. */
  readonly depth?: AxisWindow | undefined;
  readonly taps: readonly ConvTap[];
  readonly channels: readonly ConvChannel[];
  /** Products that count: those not on padding. */
  readonly count: number;
  readonly sum: number;
  /** One scale for products and for the sums of a channel's products. */
  readonly productScale: ScaleSpec;
}

/** Everything that one output cell of a convolution over maps or volumes adds up, channel by channel, slice by slice. */
export function convTerms(context: LensContext): ConvTerms {
  const { node, index, source } = context;
  const all = node.definition.windows!(node.config, node.inputShapes);
  const windows = all.slice(-2) as [AxisWindow, AxisWindow];
  const depth = all.length > 2 ? all[0] : undefined;
  const kernel = weightNamed(context, 'kernel')!;
  const [rows, cols, inputs, outputs] = kernel.shape.slice(-4) as [number, number, number, number];
  const [sourceRows, sourceCols, sourceChannels] = source.shape.slice(-3) as [number, number, number];
  const [row, col, filter] = index.slice(-3) as [number, number, number];
  const slices = depth ? tapsOf(depth, index[0]!) : [undefined];
  const taps = windowTaps(windows, [row, col]).map(({ tap, cell, inside }): ConvTap => {
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
  const shareOf = (channel: number, slice: Tap | undefined): ConvChannel => {
    const kernelSlice = (slice?.tap ?? 0) * rows;
    const sourceSlice = (slice?.cell ?? 0) * sourceRows;
    const values = new Float64Array(taps.length);
    const weights = new Float64Array(taps.length);
    const products = new Float64Array(taps.length);
    let sum = 0;
    taps.forEach((tap, at) => {
      const weight =
        kernel.data[(((kernelSlice + tap.row) * cols + tap.col) * inputs + channel) * outputs + filter]!;
      weights[at] = weight;
      if (!tap.inside || slice?.inside === false) return;
      const place = (sourceSlice + tap.cell[0]!) * sourceCols + tap.cell[1]!;
      const value = source.data[place * sourceChannels + channel]!;
      values[at] = value;
      products[at] = value * weight;
      sum += value * weight;
      limit = Math.max(limit, Math.abs(value * weight));
    });
    total += sum;
    limit = Math.max(limit, Math.abs(sum));
    return { channel, ...(slice && { slice }), inputs: values, weights, products, sum };
  };
  const channels = slices.flatMap((slice) =>
    Array.from({ length: inputs }, (_, channel) => shareOf(channel, slice)),
  );
  const read = slices.filter((slice) => slice?.inside !== false).length;
  const inside = taps.filter((tap) => tap.inside).length * read;
  const productScale: ScaleSpec = { type: 'diverging', limit: limit || 1 };
  return { windows, depth, taps, channels, count: inside * inputs, sum: total, productScale };
}
