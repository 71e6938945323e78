import { recurrentText } from '../../text/layers/recurrent.ts';
import { formatCount, formatShape } from '../format.ts';
import type { Mark } from '../marks.ts';
import { fitText, textWidth } from '../text-width.ts';
import { caption, moved } from './draw.ts';
import type { Block } from './flow.ts';
import type { LensContext } from './request.ts';
import { sharedWeights } from './shared-weights.ts';
import { boxes } from './steps-boxes.ts';
import { hiddenGrid, inputGrid, OVERVIEW_HEIGHT, overview, sideLabels } from './steps-grids.ts';
import { AXIS, BOX, BOX_SHARE, BUS, END, type StepsPlan } from './steps-plan.ts';
import type { Unrolling } from './unrolling.ts';

const WEIGHTS = { share: 0.25, most: 190, gap: 20 } as const;
const COLUMN = { most: 40, least: 13, window: 24 } as const;
const JOIN = 14;
const LINE = 15;
/** Most pixels a row of a grid, and a grid. */
const ROW = { input: 18, hidden: 26 } as const;
const GRID = { input: 80, hidden: 190 } as const;

/** The steps around the one looked at, where not all have room to be told apart. */
function windowOf({ steps, step }: Unrolling, room: number): Pick<StepsPlan, 'first' | 'count' | 'column'> {
  const column = Math.min(COLUMN.most, room / steps);
  if (column >= COLUMN.least) return { first: 0, count: steps, column };
  const numbered = textWidth(formatCount(steps), 10, 600) / BOX_SHARE + 6;
  const count = Math.max(3, Math.floor(room / Math.max(COLUMN.window, numbered)));
  const first = Math.max(0, Math.min(steps - count, step - Math.floor(count / 2)));
  return { first, count, column: room / count };
}

/** Lines of what goes on to the next layer, and of what is special about how the steps are taken. */
function outcomeLines(context: LensContext, lane: Unrolling): string[] {
  const { node, network, layer } = context;
  const { config, values, steps, told } = lane;
  const reader = network.layers.find(({ inputs }) => inputs.includes(layer));
  const to = reader ? recurrentText.to(reader.name) : '';
  const shape = formatShape(node.outputShape);
  const lines = [told ? recurrentText.all(shape, to) : recurrentText.last(shape, to)];
  if (config.return_state && node.stateShapes.length > 0) {
    const names = [recurrentText.hidden, recurrentText.cell];
    const states = lane.unrolled.moments[0]!.states.map(
      (row, at) => `${names[at]} ${formatCount(row.length)}`,
    );
    lines.push(recurrentText.state(states.join(', ')));
  }
  if (config.go_backwards) {
    const last = formatCount(steps - 1);
    lines.push(
      recurrentText.backwards(last) + (told && lane.turned ? `; ${recurrentText.turned(last)}` : ''),
    );
  }
  if (values.inputs.length > 1) lines.push(recurrentText.first.given(node.inputs.slice(1).join(', ')));
  else if (config.stateful) lines.push(recurrentText.first.stateful);
  return lines;
}

/** From where the shared weights stand to where the steps begin. */
function fromWeights(from: readonly [number, number], to: readonly [number, number], below: boolean): Mark {
  const points = below
    ? [from[0], from[1], from[0], to[1], to[0], to[1]]
    : [from[0], from[1], (from[0] + to[0]) / 2, from[1], (from[0] + to[0]) / 2, to[1], to[0], to[1]];
  return { type: 'path', points, stroke: 'second', strokeWidth: 1.25, opacity: 0.75 };
}

/**
 * The layer unrolled: its weights once, a box a step that all use them, the input's steps above the boxes and the hidden
 * state's below, column by column; the states pass from box to box.
 */
export function unrolledSteps(context: LensContext, lane: Unrolling, width: number, height: number): Block {
  const beside = width >= 520;
  const lines = outcomeLines(context, lane);
  const labels = sideLabels(lane);
  const side =
    Math.max(...[...labels, recurrentText.hidden].map((text) => textWidth(text, 10, 600))) + END + 8;
  const across = beside ? Math.min(WEIGHTS.most, width * WEIGHTS.share) : width - 12;
  const weights = sharedWeights(lane, across);
  const title = lane.steps === 1 ? recurrentText.single : recurrentText.shared(formatCount(lane.steps));
  const left = (beside ? across + 6 + WEIGHTS.gap : 0) + side;
  const room = width - left - END;
  const part = windowOf(lane, room);
  const long = part.count < lane.steps;
  const wrapped = lines.flatMap((line) => wrap(line, width - (beside ? across + WEIGHTS.gap : 0)));
  const above = (beside ? 0 : weights.height + LINE + 12) + (long ? OVERVIEW_HEIGHT : 0);
  const fixed = BUS + BOX + JOIN + AXIS + 8 + wrapped.length * LINE + (beside ? LINE : 0);
  const spare = Math.max(24, height - above - fixed);
  const inputHeight = Math.max(
    Math.min(8, spare / 3),
    Math.min(lane.features * ROW.input, spare * 0.4, GRID.input),
  );
  const hiddenHeight = Math.max(
    12,
    Math.min(lane.config.units * ROW.hidden, spare - inputHeight, GRID.hidden),
  );
  const plan: StepsPlan = { ...part, left, inputHeight, hiddenHeight };
  const marks: Mark[] = [];
  let y = 0;
  if (!beside) {
    marks.push(caption(0, 11, fitText(title, 11, width), { ink: 'second', weight: 600 }));
    marks.push(...moved(weights.marks, 6, LINE + 4));
    y = weights.height + LINE + 12;
  }
  if (long) {
    const start = beside ? across + 6 + WEIGHTS.gap : 0;
    marks.push(...moved(overview(lane, plan, width - start, context), start, y));
    y += OVERVIEW_HEIGHT;
  }
  if (beside) y += 2;
  const inputTop = y;
  marks.push(...inputGrid(context, lane, plan, inputTop));
  const busTop = inputTop + inputHeight;
  const flows: number[] = [];
  for (let at = 0; at < plan.count; at++) {
    const x = left + (at + 0.5) * plan.column;
    flows.push(
      x,
      busTop,
      x,
      busTop + BUS,
      Number.NaN,
      Number.NaN,
      x,
      busTop + BUS + BOX,
      x,
      busTop + BUS + BOX + JOIN,
      Number.NaN,
      Number.NaN,
    );
  }
  marks.push({ type: 'path', points: flows, stroke: 'line', strokeWidth: 1 });
  marks.push(...boxes(context, lane, plan, busTop));
  const hiddenTop = busTop + BUS + BOX + JOIN;
  marks.push(...hiddenGrid(context, lane, plan, hiddenTop));
  let end = hiddenTop + hiddenHeight + AXIS + 8;
  const start = beside ? across + 6 + WEIGHTS.gap : 0;
  wrapped.forEach((line) => {
    marks.push(caption(start, end + 11, line, { size: 11 }));
    end += LINE;
  });
  const busStart = [left - END - 14, busTop + 5] as const;
  if (beside) {
    const top = Math.max(LINE * 2, Math.min(busTop + 5 - weights.height / 2, end - weights.height));
    const words = wrap(title, across);
    for (const [at, line] of words.entries())
      marks.push(caption(0, top - 8 - (words.length - 1 - at) * 13, line, { ink: 'second', weight: 600 }));
    marks.push(...moved(weights.marks, 6, top));
    marks.push(
      fromWeights(
        [across + 12, Math.max(top + 12, Math.min(top + weights.height - 8, busTop + 5))],
        busStart,
        false,
      ),
    );
    end = Math.max(end, top + weights.height);
  } else marks.push(fromWeights([4, weights.height + LINE + 6], busStart, true));
  return { width, height: end, marks };
}

/** A text on as many lines as it needs. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, 11, 600) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
