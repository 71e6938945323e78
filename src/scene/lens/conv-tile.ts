import type { ScaleSpec } from '../../base/color.ts';
import { INPUT_NAME } from '../../model/network.ts';
import { conv2dText } from '../../text/layers/conv2d.ts';
import { isColor } from '../layer-scale.ts';
import type { Mark, Target } from '../marks.ts';
import { textWidth } from '../text-width.ts';
import type { ConvChannel, ConvTerms } from './conv-channels.ts';
import { CAPTION, type ConvPlan, signWidth, sumSize, windowExtent } from './conv-plan.ts';
import { caption, cell, grid, operator } from './draw.ts';
import type { LensContext } from './request.ts';
import { weightFrame, weightOutline } from './weight-marks.ts';
import { numeral } from './window-place.ts';

/** One scale each for what goes in, the weights, and what comes of them: products and their sums. */
export interface ConvScales {
  readonly input: ScaleSpec;
  readonly kernel: ScaleSpec;
  readonly product: ScaleSpec;
}

interface Block {
  readonly x: number;
  readonly y: number;
  readonly rows: number;
  readonly cols: number;
}

/** Where a tile's window, kernel, products and sum stand, from its own corner. */
function blocksOf(terms: ConvTerms, plan: ConvPlan): readonly [Block, Block, Block, Block] {
  const { form, size, gutter, tileWidth, tileHeight } = plan;
  const [rows, cols] = windowExtent(terms);
  const kernel = { rows: terms.windows[0].kernel, cols: terms.windows[1].kernel };
  const sum = sumSize(size) / size;
  const down = form === 'down';
  const top = form === 'numbered' ? 0 : CAPTION;
  let at = down ? top : gutter;
  const place = (block: { rows: number; cols: number }): Block => {
    const x = down ? (tileWidth - block.cols * size) / 2 : at;
    const y = down ? at : top + (tileHeight - top - block.rows * size) / 2;
    at += (down ? block.rows : block.cols) * size + signWidth(size);
    return { ...block, x, y };
  };
  return [place({ rows, cols }), place(kernel), place(kernel), place({ rows: sum, cols: sum })];
}

/** The sum of a channel's products as a cell; choosing it leads to the channel's map. */
export function sumCell(
  context: LensContext,
  channel: ConvChannel,
  scale: ScaleSpec,
  x: number,
  y: number,
  size: number,
): Mark {
  const target: Target = { type: 'map', layer: context.source.name, channel: channel.channel };
  return cell(x, y, size, channel.sum, scale, { target });
}

/** Whether a layer reads the model's input, and that can be a colour picture. */
export function readsColor({ name, shape }: Pick<LensContext['source'], 'name' | 'shape'>): boolean {
  return name === INPUT_NAME && isColor(shape);
}

/** A channel of the input by its colour, where it is a colour picture; any other by its number, of a volume after its slice. */
export function nameOf({ source }: LensContext, { channel, slice }: ConvChannel, brief = false): string {
  if (slice) {
    const at = numeral(slice.cell);
    const single = source.shape.at(-1) === 1;
    const known = slice.inside ? conv2dText.slice(at) : conv2dText.paddingSlice(at);
    if (brief) return single ? at : `${at} · ${channel}`;
    return single ? known : `${known}, ${conv2dText.channel(channel)}`;
  }
  const colors = brief ? conv2dText.colorsBrief : conv2dText.colors;
  if (readsColor(source)) return colors[channel]!;
  return brief ? String(channel) : conv2dText.channel(channel);
}

function signs(blocks: readonly Block[], plan: ConvPlan, count: number): Mark[] {
  const half = signWidth(plan.size) / 2;
  const size = half < 6 ? 12 : 16;
  return ['×', '=', '='].slice(0, count).map((text, at) => {
    const next = blocks[at + 1]!;
    return plan.form === 'down'
      ? operator(plan.tileWidth / 2, next.y - half, text, size)
      : operator(next.x - half, next.y + (next.rows * plan.size) / 2, text, size);
  });
}

/** One input channel's window, kernel, products and, where there are several channels, their sum. */
export function convTile(
  context: LensContext,
  terms: ConvTerms,
  channel: ConvChannel,
  plan: ConvPlan,
  scales: ConvScales,
): Mark[] {
  const { layer, source, index } = context;
  const { size, form, tileHeight, tileWidth } = plan;
  const blocks = blocksOf(terms, plan);
  const [window, kernel, products, sum] = blocks;
  const several = terms.channels.length > 1;
  const { slice } = channel;
  const weightAt = (row: number, col: number) => [
    ...(slice ? [slice.tap] : []),
    row,
    col,
    channel.channel,
    index.at(-1)!,
  ];
  // The cells that dilation skips stay visible as empty places.
  const marks: Mark[] = [
    ...signs(blocks, plan, several ? 3 : 2),
    ...[window, kernel, products].map(({ x, y, rows, cols }) => grid(x, y, rows, cols, size)),
  ];
  terms.taps.forEach((tap, at) => {
    const padding = !tap.inside || slice?.inside === false;
    const input: Target | undefined = !padding
      ? {
          type: 'cell',
          layer: source.name,
          index: [...(slice ? [slice.cell] : []), ...tap.cell, channel.channel],
        }
      : undefined;
    const place = weightAt(tap.row, tap.col);
    const weight: Target = { type: 'weight', layer, weight: 'kernel', index: place };
    const put = (block: Block, row: number, col: number, value: number, scale: ScaleSpec, target?: Target) =>
      cell(block.x + col * size, block.y + row * size, size, value, scale, {
        target,
        padding: padding && block !== kernel,
        outline: block === kernel ? weightOutline(context, 'kernel', place, size) : undefined,
      });
    marks.push(
      put(window, tap.windowRow, tap.windowCol, channel.inputs[at]!, scales.input, input),
      put(kernel, tap.row, tap.col, channel.weights[at]!, scales.kernel, weight),
      put(products, tap.row, tap.col, channel.products[at]!, scales.product, input),
    );
  });
  marks.push(
    ...terms.taps.flatMap(({ row, col }) => {
      const spot = { x: kernel.x + col * size, y: kernel.y + row * size, size };
      return weightFrame(context, 'kernel', weightAt(row, col), spot);
    }),
  );
  if (!several) return marks;
  marks.push(sumCell(context, channel, scales.product, sum.x, sum.y, sumSize(size)));
  const target: Target = { type: 'map', layer: source.name, channel: channel.channel };
  // All in words or all as numbers, as the longest fits.
  const longest = Math.max(...terms.channels.map((one) => textWidth(nameOf(context, one), 10)));
  const brief = form === 'numbered' || longest > tileWidth + 4;
  const name = nameOf(context, channel, brief);
  const place = form === 'numbered' ? { x: 0, y: tileHeight / 2 + 4 } : { x: 0, y: 10 };
  if (form === 'down')
    return [{ ...caption(tileWidth / 2, 10, name, { size: 10, anchor: 'middle' }), target }, ...marks];
  return [{ ...caption(place.x, place.y, name, { size: 10 }), target }, ...marks];
}

/** What the blocks are: above those of a tile at 0, 0, or before them where they stand one below the other. */
export function convHeadings(terms: ConvTerms, plan: ConvPlan): Mark[] {
  const { window, kernel, products, sum } = conv2dText;
  const names = [window, kernel, products, ...(terms.channels.length > 1 ? [sum] : [])];
  const blocks = blocksOf(terms, plan);
  const size = 10;
  return names.flatMap((name, at) => {
    const block = blocks[at]!;
    const wide = block.cols * plan.size;
    if (plan.form === 'down') return [caption(0, block.y + (block.rows * plan.size) / 2 + 4, name, { size })];
    // Narrow blocks have no room for a word above each.
    if (textWidth(name, size) > wide + signWidth(plan.size)) return [];
    return [caption(block.x + wide / 2, 10, name, { size, anchor: 'middle' })];
  });
}
