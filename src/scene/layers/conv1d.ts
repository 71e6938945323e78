import { windowStart } from '../../model/window.ts';
import { conv1dText } from '../../text/layers/conv1d.ts';
import { conv2dText } from '../../text/layers/conv2d.ts';
import { windowText } from '../../text/layers/window.ts';
import { channelsLast } from '../lens/channels-last.ts';
import { moved, paragraph } from '../lens/draw.ts';
import { biasOf, type Flow, flowColumn, flowRow } from '../lens/flow.ts';
import { type Product, sizeFormula, weightedFormula, weightsFormula } from '../lens/formula.ts';
import { ownChannels } from '../lens/own-channels.ts';
import type { LayerScene, LensContext } from '../lens/request.ts';
import { signalBlocks, signalPlan } from '../lens/signal-blocks.ts';
import { type SignalTerms, signalTerms } from '../lens/signal-terms.ts';
import { softmaxFormula } from '../lens/softmax.ts';
import { activationOf, outputValue, preValue, strongestOf } from '../lens/values.ts';
import { numeral } from '../lens/window-place.ts';
import type { Mark } from '../marks.ts';

const FLOW_WIDTH = 158;
const NARROW = 520;
const GAP = 44;

/** Where the window lies, how its first step follows from the output's, and what is special about it. */
function placeLines({ source, index }: LensContext, { window, channels }: SignalTerms): string[] {
  const first = windowStart(window, index[0]!);
  const last = first + (window.kernel - 1) * window.dilation;
  const steps = windowText.range(numeral(first), numeral(last));
  const lines = [windowText.steps(steps, source.name) + conv1dText.channels(channels - 1)];
  if (window.stride > 1 || window.before > 0)
    lines.push(conv1dText.start(index[0]!, window.stride, window.before, numeral(first)));
  if (window.dilation > 1) lines.push(conv2dText.dilated(window.dilation));
  return lines;
}

function drawing(context: LensContext, terms: SignalTerms, flow: Flow): Mark[] {
  const { width, height } = context;
  const text = paragraph(placeLines(context, terms), width, 16);
  const top = text.height + 10;
  const column = flowColumn(context, flow, FLOW_WIDTH);
  const row = flowRow(context, flow, width);
  const beside = signalPlan(terms, width - FLOW_WIDTH - GAP, height - top);
  const above = signalPlan(terms, width, height - top - row.height - 24);
  const below = width < NARROW || column.height > height - top || above.size > beside.size + 3;
  const plan = below ? above : beside;
  const room = height - top - (below ? row.height + 24 : 0);
  const blocks = moved(signalBlocks(context, terms, plan), 0, top + Math.max(0, (room - plan.height) / 2));
  const flowX = below ? 0 : Math.min(width - FLOW_WIDTH, plan.width + 2 * GAP);
  const flowY = below
    ? Math.min(height - row.height, top + Math.max(0, (room - plan.height) / 2) + plan.height + 28)
    : top + Math.max(0, (height - top - column.height) / 2);
  return [...text.marks, ...blocks, ...moved((below ? row : column).marks, flowX, flowY)];
}

function strongest({ source }: LensContext, { taps, channels }: SignalTerms): Product[] {
  const all = taps.flatMap(({ products }) => Array.from(products));
  return strongestOf(all, 2)
    .filter((at) => all[at] !== 0)
    .map((at) => {
      const tap = taps[Math.floor(at / channels)]!;
      const channel = at % channels;
      const target = { type: 'cell', layer: source.name, index: [tap.step, channel] } as const;
      return { input: tap.inputs[channel]!, weight: tap.weights[channel]!, target };
    });
}

const plain: LayerScene = {
  lens(context) {
    const { width, height, layer, index, node } = context;
    const terms = signalTerms(context);
    const flow: Flow = { sum: terms.sum, bias: biasOf(context) };
    const { name, apply } = activationOf(context);
    const formula = weightedFormula({
      layer,
      index,
      strongest: strongest(context, terms),
      count: terms.count,
      bias: flow.bias,
      pre: preValue(context),
      activation: name,
      output: outputValue(context),
    });
    return {
      picture: { width, height, marks: drawing(context, terms, flow) },
      formula: apply ? formula : [...formula.slice(0, -1), ...softmaxFormula(context, name)],
      size: sizeFormula([terms.window]),
      params: weightsFormula(node.weights),
    };
  },
};

/** Window times kernel over steps and channels, summed, bias added, activation applied. */
export const conv1dScene: LayerScene = channelsLast(ownChannels(plain));
