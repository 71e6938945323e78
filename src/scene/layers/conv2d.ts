import { layerScale, signedScale } from '../layer-scale.ts';
import { channelsLast } from '../lens/channels-last.ts';
import { compareMarks } from '../lens/compare.ts';
import { type ConvTerms, convTerms } from '../lens/conv-channels.ts';
import { placeLines } from '../lens/conv-place.ts';
import { HEADING, planOf, REST } from '../lens/conv-plan.ts';
import { restMarks } from '../lens/conv-rest.ts';
import { type ConvScales, convHeadings, convTile } from '../lens/conv-tile.ts';
import { moved, paragraph } from '../lens/draw.ts';
import { biasOf, type Flow, flowColumn, flowRow } from '../lens/flow.ts';
import { type Product, paramsFormula, sizeFormula, weightedFormula } from '../lens/formula.ts';
import { ownChannels } from '../lens/own-channels.ts';
import type { LayerScene, LensContext } from '../lens/request.ts';
import { activationOf, outputValue, preValue, strongestOf, weightNamed } from '../lens/values.ts';
import type { Mark, Target } from '../marks.ts';

const FLOW_WIDTH = 158;
const NARROW = 520;
const LINE = 16;
/** Products that a formula writes out where they are whole numbers. */
const MOST_PRODUCTS = 9;

/** Tiles left, flow right; or the flow below them where that lets more or larger tiles in. */
function arrange(context: LensContext, terms: ConvTerms, flow: Flow, top: number) {
  const { width, height } = context;
  const column = flowColumn(context, flow, FLOW_WIDTH);
  const row = flowRow(context, flow, width);
  const beside = { width: width - FLOW_WIDTH - 44, height: height - top };
  const above = { width, height: height - top - row.height - 20 };
  const planBeside = planOf(terms, beside.width, beside.height);
  const planAbove = planOf(terms, above.width, above.height);
  const narrow = width < NARROW || column.height > beside.height;
  const better =
    planAbove.shown > planBeside.shown ||
    (planAbove.shown === planBeside.shown && planAbove.size > planBeside.size + 3);
  return narrow || better
    ? { below: true, plan: planAbove, room: above, block: row }
    : { below: false, plan: planBeside, room: beside, block: column };
}

function drawing(context: LensContext, terms: ConvTerms, flow: Flow): Mark[] {
  const { width, height, trace, source } = context;
  const count = terms.channels.length;
  // How many lines there are does not depend on how many channels are shown.
  const top = paragraph(placeLines(context, terms, 1), width, LINE).height + 8;
  const { below, plan, room, block } = arrange(context, terms, flow, top);
  const { shown, columns, tileWidth, tileHeight, gapX, gapY } = plan;
  const sums = terms.channels.map((channel) => channel.sum);
  const all = shown === count;
  const order = all ? terms.channels : strongestOf(sums, count).map((at) => terms.channels[at]!);
  const scales: ConvScales = {
    input: layerScale(trace, source.name),
    kernel: signedScale(weightNamed(context, 'kernel')!.data),
    product: terms.productScale,
  };
  const perColumn = Math.ceil(shown / columns);
  const tiles = plan.top + perColumn * (tileHeight + gapY) - gapY;
  const used = tiles + (all ? 0 : 14 + REST.height);
  const start = top + Math.max(0, (room.height - used) / 2);
  const marks: Mark[] = [...paragraph(placeLines(context, terms, shown), width, LINE).marks];
  const across = plan.form !== 'down';
  order.slice(0, shown).forEach((channel, at) => {
    const column = across ? Math.floor(at / perColumn) : at % columns;
    const line = across ? at % perColumn : Math.floor(at / columns);
    const x = plan.left + column * (tileWidth + gapX);
    const y = start + plan.top + line * (tileHeight + gapY);
    // A single channel needs no name: its caption's place is the headings'.
    const headed = across && line === 0 && (plan.top >= HEADING || count === 1);
    if (headed) marks.push(...moved(convHeadings(terms, plan), x, start));
    if (!across && column === 0) marks.push(...moved(convHeadings(terms, plan), 0, y));
    marks.push(...moved(convTile(context, terms, channel, plan, scales), x, y));
  });
  const rest = restMarks(context, order.slice(shown), scales.product, room.width);
  marks.push(...moved(rest, 0, start + tiles + 14));
  const flowX = below ? 0 : width - FLOW_WIDTH;
  const flowY = below
    ? Math.min(height - block.height, start + used + 32)
    : top + Math.max(0, (height - top - block.height) / 2);
  marks.push(...moved(block.marks, flowX, flowY));
  return marks;
}

/** Few short products are all written, in order; of many the two strongest. */
function shownProducts({ source }: LensContext, terms: ConvTerms): Product[] {
  const all = terms.channels.flatMap((channel) =>
    terms.taps.flatMap((tap, at): Product[] => {
      const { slice } = channel;
      if (!tap.inside || slice?.inside === false) return [];
      const place = [...(slice ? [slice.cell] : []), ...tap.cell, channel.channel];
      const target: Target = { type: 'cell', layer: source.name, index: place };
      return [{ input: channel.inputs[at]!, weight: channel.weights[at]!, target }];
    }),
  );
  const whole = all.every(({ input, weight }) => Number.isInteger(input) && Number.isInteger(weight));
  if (whole && all.length <= MOST_PRODUCTS) return all;
  const sizes = all.map(({ input, weight }) => input * weight);
  return strongestOf(sizes, 2)
    .filter((at) => sizes[at] !== 0)
    .map((at) => all[at]!);
}

function formulaOf(context: LensContext, terms: ConvTerms, flow: Flow) {
  const { layer, index } = context;
  return weightedFormula({
    layer,
    index,
    strongest: shownProducts(context, terms),
    count: terms.count,
    bias: flow.bias,
    pre: preValue(context),
    activation: activationOf(context).name,
    output: outputValue(context),
  });
}

/** Of maps and of volumes alike; channels last. */
export const plainConvolution: LayerScene = {
  lens(context) {
    const terms = convTerms(context);
    const flow: Flow = { sum: terms.sum, bias: biasOf(context) };
    const { width, height } = context;
    return {
      picture: { width, height, marks: compareMarks(context) ?? drawing(context, terms, flow) },
      formula: formulaOf(context, terms, flow),
      size: sizeFormula(terms.depth ? [terms.depth, ...terms.windows] : terms.windows),
      params: paramsFormula(weightNamed(context, 'kernel')!.shape, flow.bias !== undefined),
    };
  },
};

/** Window times kernel over all input channels at once, summed, bias added, activation applied. */
export const conv2dScene: LayerScene = channelsLast(ownChannels(plainConvolution));
