import { channelAxisIn } from '../../model/channel-axis.ts';
import { biasOf as constantOf } from '../../model/derivation.ts';
import type { NetworkLayer } from '../../model/network.ts';
import { kernelText } from '../../text/layers/kernel.ts';
import { formatCount, formatNumber } from '../format.ts';
import { moved } from '../lens/draw.ts';
import { biasOf, flowRow } from '../lens/flow.ts';
import { leftSide, plain, signed, sizeFormula, weightsFormula } from '../lens/formula.ts';
import type { FormulaPart, LensContext, LensPicture } from '../lens/request.ts';
import { activationOf, outputValue, preValue, strongestOf } from '../lens/values.ts';
import type { Mark, Target } from '../marks.ts';
import { counting, sheets, slices, waterfall } from './filter-blocks.ts';
import { type Filters, filtersOf } from './filters-of.ts';

const NARROW = 560;
const GAP = 28;
const MOST_IN_FORMULA = 3;

/** Whether a layer has filters `[…size, in, out]`, one for each of its output channels. */
export function hasFilters({ definition, config, inputShapes, outputShape, weights }: NetworkLayer): boolean {
  const operation = definition.operationOf?.(config) ?? definition.operation;
  const [kernel] = weights;
  if (operation !== 'conv' || kernel?.name !== 'kernel' || kernel.shape.length < 3) return false;
  if (definition.windows?.(config, inputShapes).some((window) => window.transposed)) return false;
  return kernel.shape.at(-1) === outputShape[channelAxisIn(config, outputShape.length)];
}

function drawing(context: LensContext, filters: Filters): Mark[] {
  const { width, height, node, index, sources, weights, layer } = context;
  const own = weights.get(layer) ?? [];
  const sum = filters.sums.reduce((total, share) => total + share, 0);
  const derivation = node.definition.derive(node.config, node.inputShapes, index, {
    inputs: sources,
    weights: own,
  });
  const constant = constantOf(derivation, own);
  const bias = constant === undefined ? undefined : (biasOf(context) ?? { value: constant });
  const count = counting(context, filters);
  if (width < NARROW) {
    const flow = flowRow(context, { sum, bias }, width);
    const fall = waterfall(context, filters, width);
    const fixed = count.height + fall.height + flow.height + 4 * 14;
    const rest = Math.max(120, height - fixed);
    const all = sheets(context, filters, width, rest * 0.42);
    const open = slices(context, filters, width, rest - Math.min(all.height, rest * 0.42) - 10);
    let y = 0;
    const marks: Mark[] = [];
    for (const block of [all, count, open, fall, flow]) {
      marks.push(...moved(block.marks, 0, y));
      y += block.height + 14;
    }
    return marks;
  }
  const left = Math.max(190, Math.round(width * 0.34));
  const right = width - left - GAP;
  const flow = flowRow(context, { sum, bias }, right);
  const fall = waterfall(context, filters, right);
  const open = slices(context, filters, right, height - fall.height - flow.height - 30);
  const all = sheets(context, filters, left, height - count.height - 14);
  const spare = Math.max(0, height - open.height - fall.height - flow.height - 30) / 2;
  const above = Math.max(0, height - all.height - count.height - 14) / 2;
  const start = Math.min(spare, above);
  const x = left + GAP;
  return [
    ...moved(all.marks, 2, start),
    ...moved(count.marks, 2, start + all.height + 14),
    ...moved(open.marks, x, start),
    ...moved(fall.marks, x, start + open.height + 8),
    ...moved(flow.marks, x, start + open.height + fall.height + 24),
  ];
}

/** `y[3, 4, 12] = relu( 0.82 + (−0.31) + … (32 channels) + 0.02 ) = relu(0.85) = 0.85`: channel by channel. */
function formulaOf(context: LensContext, { sums, first }: Filters): FormulaPart[] {
  const { layer, index, source } = context;
  const { name } = activationOf(context);
  const shown = sums.length <= MOST_IN_FORMULA ? sums.map((_, at) => at) : strongestOf(sums, MOST_IN_FORMULA);
  const parts = leftSide(layer, index);
  if (name !== 'linear') parts.push(plain(`${name}( `));
  shown.forEach((channel, at) => {
    if (at > 0) parts.push(plain(' + '));
    const target: Target = { type: 'map', layer: source.name, channel: first + channel };
    parts.push({ text: signed(sums[channel]!), tone: 'term', target });
  });
  if (shown.length < sums.length)
    parts.push(plain(` + … (${kernelText.channels(formatCount(sums.length))})`));
  const bias = biasOf(context);
  if (bias) {
    const part: FormulaPart = {
      text: signed(bias.value),
      tone: 'bias',
      ...(bias.target && { target: bias.target }),
    };
    parts.push(plain(' + '), part);
  }
  if (name !== 'linear')
    parts.push(plain(` ) = ${name}(`), { text: formatNumber(preValue(context)), tone: 'pre' }, plain(')'));
  return [...parts, plain(' = '), { text: formatNumber(outputValue(context)), tone: 'output' }];
}

/** All filters of a convolution, one opened to its slices, and how their sums add up to one number. */
export function filtersPicture(context: LensContext): LensPicture {
  const filters = filtersOf(context);
  const { width, height, node } = context;
  const windows = node.definition.windows?.(node.config, node.inputShapes) ?? [];
  return {
    picture: { width, height, marks: drawing(context, filters) },
    formula: formulaOf(context, filters),
    size: sizeFormula(windows),
    params: weightsFormula(node.weights),
  };
}
