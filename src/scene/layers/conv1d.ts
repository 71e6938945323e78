import { windowStart } from '../../model/window.ts';
import { conv1dText } from '../../text/layers/conv1d.ts';
import { conv2dText } from '../../text/layers/conv2d.ts';
import { timelineText } from '../../text/layers/timeline.ts';
import { windowText } from '../../text/layers/window.ts';
import { formatCount } from '../format.ts';
import { channelsLast } from '../lens/channels-last.ts';
import { moved } from '../lens/draw.ts';
import { biasOf, type Flow, flowColumn, flowRow } from '../lens/flow.ts';
import { type Product, sizeFormula, weightedFormula, weightsFormula } from '../lens/formula.ts';
import { overTime } from '../lens/over-time.ts';
import { ownChannels } from '../lens/own-channels.ts';
import type { LayerScene, LensContext } from '../lens/request.ts';
import { SMALLEST_CELL, signalBlocks, signalPlan } from '../lens/signal-blocks.ts';
import { type SignalTerms, signalTerms } from '../lens/signal-terms.ts';
import { softmaxFormula } from '../lens/softmax.ts';
import { wordsOf } from '../lens/time-down.ts';
import { activationOf, outputValue, preValue, strongestOf } from '../lens/values.ts';
import { numeral } from '../lens/window-place.ts';
import type { Mark } from '../marks.ts';
import type { Rect } from '../rect.ts';

const FLOW_WIDTH = 158;
/** Of a row from the sum to the output. */
const ROW_WIDTH = 400;
const NARROW = 520;
const GAP = 44;

/** Steps that a kernel spans, gaps and all. */
const spanOf = ({ kernel, dilation }: SignalTerms['window']) => (kernel - 1) * dilation + 1;

/** Where the window lies, how its first step follows from the output's, and what is special about it. */
function placeLines(context: LensContext, { window, channels }: SignalTerms): string[] {
  const { source, index } = context;
  const first = windowStart(window, index[0]!);
  const last = first + (window.kernel - 1) * window.dilation;
  const steps = windowText.range(numeral(first), numeral(last));
  const lines = [windowText.steps(steps, source.name) + conv1dText.channels(channels - 1)];
  if (window.stride > 1 || window.before > 0)
    lines.push(conv1dText.start(index[0]!, window.stride, window.before, numeral(first)));
  if (window.dilation > 1) lines.push(conv2dText.dilated(window.dilation));
  const [kernel, size, output] = [spanOf(window), window.size, window.output].map(formatCount);
  lines.push(timelineText.places(kernel!, size!, output!, wordsOf(context) !== undefined));
  return lines;
}

/** Window, kernel, products and what they come to, in the room given. */
function termMarks(
  context: LensContext,
  terms: SignalTerms,
  flow: Flow,
  { x, y, width, height }: Rect,
  turned: boolean,
): Mark[] {
  const column = flowColumn(context, flow, FLOW_WIDTH);
  const row = flowRow(context, flow, width);
  const beside = signalPlan(terms, width - FLOW_WIDTH - GAP, height, turned);
  const above = signalPlan(terms, width, height - row.height - 24, turned);
  const below = width < NARROW || column.height > height || above.size > beside.size + 3;
  const plan = below ? above : beside;
  // A low room: what the products come to stands beside them in one row.
  const short = flowRow(context, flow, Math.min(width, ROW_WIDTH));
  const level = signalPlan(terms, width - ROW_WIDTH - GAP, height, turned);
  const turnedSize = Math.max(plan.size, width > NARROW ? level.size : 0);
  // Many channels of few steps: cells that lie can be pointed at where those that stand cannot.
  if (turned && turnedSize < SMALLEST_CELL) {
    const lying = signalPlan(terms, width, height - row.height - 24);
    if (lying.size > turnedSize) return termMarks(context, terms, flow, { x, y, width, height }, false);
  }
  if (turned && width > NARROW && level.size > plan.size) {
    const left = Math.min(width - ROW_WIDTH, level.width + GAP);
    return [
      ...moved(signalBlocks(context, terms, level), x, y + Math.max(0, (height - level.height) / 2)),
      ...moved(short.marks, x + left, y + Math.max(0, (height - short.height) / 2)),
    ];
  }
  const room = height - (below ? row.height + 24 : 0);
  const blocks = moved(signalBlocks(context, terms, plan), x, y + Math.max(0, (room - plan.height) / 2));
  const flowX = below ? 0 : Math.min(width - FLOW_WIDTH, plan.width + 2 * GAP);
  const flowY = below
    ? Math.min(height - row.height, Math.max(0, (room - plan.height) / 2) + plan.height + 28)
    : Math.max(0, (height - column.height) / 2);
  return [...blocks, ...moved((below ? row : column).marks, x + flowX, y + flowY)];
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
    const marks = overTime(context, terms.window, placeLines(context, terms), (room, across) =>
      termMarks(context, terms, flow, room, across),
    );
    return {
      picture: { width, height, marks },
      formula: apply ? formula : [...formula.slice(0, -1), ...softmaxFormula(context, name)],
      size: sizeFormula([terms.window]),
      params: weightsFormula(node.weights),
    };
  },
};

/** Window times kernel over steps and channels, summed, bias added, activation applied. */
export const conv1dScene: LayerScene = channelsLast(ownChannels(plain));
