import type { ScaleSpec } from '../../base/color.ts';
import { windowStart } from '../../model/window.ts';
import { conv2dText } from '../../text/layers/conv2d.ts';
import { layerScale, signedScale } from '../layer-scale.ts';
import { type ConvChannel, type ConvTerms, convTerms } from '../lens/conv-channels.ts';
import { caption, cell, grid, moved, operator, READABLE } from '../lens/draw.ts';
import { biasOf, type Flow, flowColumn, flowRow } from '../lens/flow.ts';
import { paramsFormula, sizeFormula, weightedFormula } from '../lens/formula.ts';
import type { LayerScene, LensContext } from '../lens/request.ts';
import { activationOf, outputValue, preValue, strongestOf, weightNamed } from '../lens/values.ts';
import type { Mark, Target } from '../marks.ts';

const CAPTION = 16;
const TILE_GAP = 14;
const FLOW_WIDTH = 158;
const NARROW = 520;
const LARGEST = 44;
const SMALLEST = 4;
const REST_CELL = 26;
/** Room for the sums of the channels that are not shown, in two lines. */
const REST = 24 + 2 * REST_CELL;

/** Room for a sign between two blocks. */
function signWidth(size: number): number {
  return size < 26 ? 14 : 22;
}

/** A channel's sum, as large as it needs to be read. */
function sumSize(size: number): number {
  return Math.max(28, Math.min(40, size));
}

/** How the channels are shown: cells of `size`, `columns` of tiles, the strongest `shown` of them. */
interface Plan {
  readonly size: number;
  readonly columns: number;
  readonly shown: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
}

interface Scales {
  readonly input: ScaleSpec;
  readonly kernel: ScaleSpec;
  readonly product: ScaleSpec;
}

/** Cells that the window spans along rows and columns; dilation leaves gaps in it. */
function extents({ windows }: ConvTerms): [number, number] {
  return windows.map((window) => (window.kernel - 1) * window.dilation + 1) as [number, number];
}

function planAt(terms: ConvTerms, size: number, width: number, height: number): Plan {
  const [rows, cols] = extents(terms);
  const [kernelRows, kernelCols] = terms.windows.map((window) => window.kernel) as [number, number];
  const sum = terms.channels.length === 1 ? 0 : sumSize(size);
  const sign = signWidth(size);
  const tileWidth = (cols + 2 * kernelCols) * size + 2 * sign + (sum ? sign + sum : 0);
  const tileHeight = Math.max(rows * size, kernelRows * size, sum) + CAPTION;
  const columns = Math.floor((width + 2 * TILE_GAP) / (tileWidth + 2 * TILE_GAP));
  const lines = Math.floor((height + TILE_GAP) / (tileHeight + TILE_GAP));
  const shown = Math.min(terms.channels.length, Math.max(0, columns) * Math.max(0, lines));
  return { size, columns, shown, tileWidth, tileHeight };
}

/** The largest cells at which all channels fit; else readable ones with as many channels as fit; else what fits at all. */
function planOf(terms: ConvTerms, width: number, height: number): Plan {
  for (let size = LARGEST; size >= READABLE; size -= 2) {
    const plan = planAt(terms, size, width, height);
    if (plan.shown === terms.channels.length) return plan;
  }
  let best = planAt(terms, SMALLEST, width, height - REST);
  for (let size = READABLE - 2; size > SMALLEST && best.size === SMALLEST; size -= 2) {
    const plan = planAt(terms, size, width, height - REST);
    if (plan.shown > 0) best = plan;
  }
  for (let size = READABLE; size <= 26; size += 2) {
    const plan = planAt(terms, size, width, height - REST);
    if (plan.shown > 0 && (plan.shown >= best.shown || best.size < READABLE)) best = plan;
  }
  return best.shown > 0 ? best : { ...best, columns: 1, shown: 1 };
}

function tile(
  context: LensContext,
  terms: ConvTerms,
  channel: ConvChannel,
  plan: Plan,
  scales: Scales,
): Mark[] {
  const { layer, source, index } = context;
  const { size } = plan;
  const [rows, cols] = extents(terms);
  const [kernelRows, kernelCols] = terms.windows.map((window) => window.kernel) as [number, number];
  const sign = signWidth(size);
  const middle = CAPTION + (plan.tileHeight - CAPTION) / 2;
  const windowTop = middle - (rows * size) / 2;
  const kernelTop = middle - (kernelRows * size) / 2;
  const kernelLeft = cols * size + sign;
  const productLeft = kernelLeft + kernelCols * size + sign;
  const marks: Mark[] = [
    operator(kernelLeft - sign / 2, middle, '×'),
    operator(productLeft - sign / 2, middle, '='),
  ];
  // The cells that dilation skips stay visible as empty places.
  marks.push(
    grid(0, windowTop, rows, cols, size),
    grid(kernelLeft, kernelTop, kernelRows, kernelCols, size),
    grid(productLeft, kernelTop, kernelRows, kernelCols, size),
  );
  terms.taps.forEach((tap, at) => {
    const input: Target | undefined = tap.inside
      ? { type: 'cell', layer: source.name, index: [...tap.cell, channel.channel] }
      : undefined;
    const weight: Target = {
      type: 'weight',
      layer,
      weight: 'kernel',
      index: [tap.row, tap.col, channel.channel, index[2]!],
    };
    const padding = !tap.inside;
    const x = tap.col * size;
    const y = kernelTop + tap.row * size;
    marks.push(
      cell(tap.windowCol * size, windowTop + tap.windowRow * size, size, channel.inputs[at]!, scales.input, {
        target: input,
        padding,
      }),
      cell(kernelLeft + x, y, size, channel.weights[at]!, scales.kernel, { target: weight }),
      cell(productLeft + x, y, size, channel.products[at]!, scales.product, { target: input, padding }),
    );
  });
  if (terms.channels.length > 1) {
    const x = productLeft + kernelCols * size + sign;
    const target: Target = { type: 'map', layer: source.name, channel: channel.channel };
    marks.push(
      operator(x - sign / 2, middle, '='),
      sumCell(x, middle - sumSize(size) / 2, sumSize(size), channel, terms, target),
    );
  }
  return marks;
}

function sumCell(
  x: number,
  y: number,
  size: number,
  channel: ConvChannel,
  terms: ConvTerms,
  target: Target,
): Mark {
  const limit = Math.max(...terms.channels.map(({ sum }) => Math.abs(sum))) || 1;
  return cell(x, y, size, channel.sum, { type: 'diverging', limit }, { target });
}

function headings(terms: ConvTerms, plan: Plan, x: number, y: number): Mark[] {
  const [, cols] = extents(terms);
  const kernel = terms.windows[1].kernel * plan.size;
  const sign = signWidth(plan.size);
  const second = cols * plan.size + sign;
  const third = second + kernel + sign;
  const fourth = third + kernel + sign;
  const { window, kernel: middle, products, sum } = conv2dText;
  // Narrow blocks have no room for a word above each.
  if (kernel < 54) return [];
  return [
    caption(x, y, window, { size: 10 }),
    caption(x + second, y, middle, { size: 10 }),
    caption(x + third, y, products, { size: 10 }),
    ...(terms.channels.length > 1 ? [caption(x + fourth, y, sum, { size: 10 })] : []),
  ];
}

/** Where the window lies, and with stride or padding how its first cell follows from the output cell. */
function placeLines({ index, source }: LensContext, { windows, taps }: ConvTerms): string[] {
  const ranges = windows.map((_, axis) => {
    const cells = taps.map((tap) => tap.cell[axis]!);
    const numbers = [Math.min(...cells), Math.max(...cells)].map((value) => String(value).replace('-', '−'));
    return conv2dText.range(numbers[0]!, numbers[1]!);
  });
  const lines = [conv2dText.place(ranges[0]!, ranges[1]!, source.name)];
  const moves = windows.some((window) => window.stride > 1 || window.before > 0);
  if (moves) {
    const parts = windows.map((window, axis) => {
      const first = String(windowStart(window, index[axis]!)).replace('-', '−');
      return conv2dText.start(
        axis === 0 ? 'row' : 'column',
        index[axis]!,
        window.stride,
        window.before,
        first,
      );
    });
    lines.push(parts.join(', '));
  }
  const dilation = Math.max(...windows.map((window) => window.dilation));
  if (dilation > 1) lines.push(conv2dText.dilated(dilation));
  return lines;
}

function restMarks(
  context: LensContext,
  terms: ConvTerms,
  rest: readonly ConvChannel[],
  width: number,
): Mark[] {
  if (rest.length === 0) return [];
  const size = REST_CELL;
  const perLine = Math.max(1, Math.floor(width / size));
  const shown = rest.slice(0, perLine * 2);
  return [
    caption(0, 10, conv2dText.others(rest.length), { size: 10 }),
    ...shown.map((channel, at) => {
      const target: Target = { type: 'map', layer: context.source.name, channel: channel.channel };
      return sumCell(
        (at % perLine) * size,
        16 + Math.floor(at / perLine) * size,
        size,
        channel,
        terms,
        target,
      );
    }),
  ];
}

/** Tiles left, flow right; or the flow below them where that lets more or larger tiles in. */
function arrange(context: LensContext, terms: ConvTerms, flow: Flow, top: number) {
  const { width, height } = context;
  const column = flowColumn(context, flow, FLOW_WIDTH);
  const row = flowRow(context, flow, width);
  const beside = { width: width - FLOW_WIDTH - 44, height: height - top };
  const above = { width, height: height - top - row.height - 24 };
  const planBeside = planOf(terms, beside.width, beside.height);
  const planAbove = planOf(terms, above.width, above.height);
  const narrow = width < NARROW || column.height > beside.height;
  const better =
    planAbove.shown > planBeside.shown ||
    (planAbove.shown === planBeside.shown && planAbove.size > planBeside.size + 8);
  return narrow || better
    ? { below: true, plan: planAbove, room: above, block: row }
    : { below: false, plan: planBeside, room: beside, block: column };
}

function drawing(context: LensContext, terms: ConvTerms, flow: Flow): Mark[] {
  const { width, height } = context;
  const lines = placeLines(context, terms);
  const top = lines.length * 16 + 8;
  const { below, plan, room, block } = arrange(context, terms, flow, top);
  const all = terms.channels.length === plan.shown;
  const sums = terms.channels.map((channel) => channel.sum);
  const order = all ? terms.channels : strongestOf(sums, sums.length).map((at) => terms.channels[at]!);
  const scales: Scales = {
    input: layerScale(context.trace, context.source.name),
    kernel: signedScale(weightNamed(context, 'kernel')!.data),
    product: terms.productScale,
  };
  const columns = Math.min(plan.columns, plan.shown);
  const perColumn = Math.ceil(plan.shown / columns);
  const tiles = perColumn * (plan.tileHeight + TILE_GAP) - TILE_GAP;
  const used = tiles + (all ? 0 : TILE_GAP + REST);
  const start = top + Math.max(0, (room.height - used) / 2);
  const marks: Mark[] = lines.map((line, at) => caption(0, 11 + at * 16, line));
  order.slice(0, plan.shown).forEach((channel, at) => {
    const x = Math.floor(at / perColumn) * (plan.tileWidth + 2 * TILE_GAP);
    const y = start + (at % perColumn) * (plan.tileHeight + TILE_GAP);
    if (terms.channels.length > 1) {
      marks.push(caption(x, y + 10, conv2dText.channel(channel.channel), { size: 10 }));
    } else marks.push(...headings(terms, plan, x, y + 10));
    marks.push(...moved(tile(context, terms, channel, plan, scales), x, y));
  });
  const rest = restMarks(context, terms, order.slice(plan.shown), room.width);
  marks.push(...moved(rest, 0, start + tiles + TILE_GAP));
  const flowX = below ? 0 : width - FLOW_WIDTH;
  const flowY = below
    ? Math.min(height - block.height, start + used + 32)
    : top + Math.max(0, (height - top - block.height) / 2);
  marks.push(...moved(block.marks, flowX, flowY));
  return marks;
}

function formulaOf(context: LensContext, terms: ConvTerms, flow: Flow) {
  const { layer, index, source } = context;
  const products = terms.channels.flatMap((channel) => Array.from(channel.products));
  const strongest = strongestOf(products, 2)
    .filter((at) => products[at] !== 0)
    .map((at) => {
      const channel = terms.channels[Math.floor(at / terms.taps.length)]!;
      const tap = at % terms.taps.length;
      const target: Target = {
        type: 'cell',
        layer: source.name,
        index: [...terms.taps[tap]!.cell, channel.channel],
      };
      return { input: channel.inputs[tap]!, weight: channel.weights[tap]!, target };
    });
  return weightedFormula({
    layer,
    index,
    strongest,
    count: terms.count,
    bias: flow.bias,
    pre: preValue(context),
    activation: activationOf(context).name,
    output: outputValue(context),
  });
}

/** Window times kernel over all input channels at once, summed, bias added, activation applied. */
export const conv2dScene: LayerScene = {
  lens(context) {
    const terms = convTerms(context);
    const flow: Flow = { sum: terms.sum, bias: biasOf(context) };
    const { width, height } = context;
    return {
      picture: { width, height, marks: drawing(context, terms, flow) },
      formula: formulaOf(context, terms, flow),
      size: sizeFormula(terms.windows),
      params: paramsFormula(weightNamed(context, 'kernel')!.shape, flow.bias !== undefined),
    };
  },
};
