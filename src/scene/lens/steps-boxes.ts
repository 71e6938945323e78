import { recurrentText } from '../../text/layers/recurrent.ts';
import { formatCount } from '../format.ts';
import type { Mark } from '../marks.ts';
import { textWidth } from '../text-width.ts';
import { caption } from './draw.ts';
import type { LensContext } from './request.ts';
import { BOX, BOX_SHARE, BUS, END, type StepsPlan } from './steps-plan.ts';
import { momentTarget, type Unrolling } from './unrolling.ts';

/** An arrow from one box to the next, or from an end. */
function arrow(from: number, to: number, y: number): number[] {
  const back = to > from ? -3 : 3;
  return [
    from,
    y,
    to,
    y,
    Number.NaN,
    Number.NaN,
    to + back,
    y - 3,
    to,
    y,
    to + back,
    y + 3,
    Number.NaN,
    Number.NaN,
  ];
}

/** The boxes, a step each, the lines of the shared weights to them, and the states that they hand on. */
export function boxes(context: LensContext, lane: Unrolling, plan: StepsPlan, y: number): Mark[] {
  const { first, count, column, left } = plan;
  const { steps, step, unit, config, unrolled } = lane;
  const backwards = config.go_backwards;
  const states = unrolled.moments[0]!.states.length;
  const width = Math.max(6, column - Math.max(5, column * (1 - BOX_SHARE)));
  const middle = (at: number) => left + (at - first + 0.5) * column;
  const top = y + BUS;
  const heights = states > 1 ? [top + BOX * 0.3, top + BOX * 0.72] : [top + BOX / 2];
  const arrows: number[] = [];
  const drops: number[] = [];
  for (let at = first; at < first + count; at++) {
    const x = middle(at);
    drops.push(x - width / 4, y + 5, x - width / 4, top, Number.NaN, Number.NaN);
    for (const height of heights) {
      const edge = backwards ? x - width / 2 : x + width / 2;
      const isLast = backwards ? at === first : at === first + count - 1;
      const next = isLast
        ? backwards
          ? left - END + 12
          : left + count * column + END - 12
        : middle(at + (backwards ? -1 : 1)) + (backwards ? width / 2 : -width / 2);
      arrows.push(...arrow(edge, next, height));
    }
  }
  const start = backwards ? middle(first + count - 1) + width / 2 : middle(first) - width / 2;
  const end = backwards ? left + count * column + END - 12 : left - END + 12;
  for (const height of heights) arrows.push(...arrow(end, start, height));
  const begins = backwards ? first + count === steps : first === 0;
  const begin = !begins ? '…' : lane.values.inputs.length > 1 ? 'h₀' : recurrentText.first.short;
  const bus = [left - END - 14, y + 5, middle(first + count - 1) - width / 4, y + 5];
  const marks: Mark[] = [
    {
      type: 'path',
      points: [...bus, Number.NaN, Number.NaN, ...drops],
      stroke: 'second',
      strokeWidth: 1.25,
      opacity: 0.75,
    },
    { type: 'path', points: arrows, stroke: 'muted', strokeWidth: 1 },
    caption(backwards ? end + 4 : end - 4, top + BOX / 2 + 4, begin, {
      size: 10,
      anchor: backwards ? 'start' : 'end',
      ink: 'ink',
    }),
  ];
  heights.forEach((height, at) => {
    const name = states > 1 && at === 0 ? 'c' : 'h';
    const x = backwards ? left - END + 9 : left + count * column + END - 9;
    marks.push(caption(x, height + 4, name, { size: 10, anchor: backwards ? 'end' : 'start' }));
  });
  const numbered = Math.max(1, Math.ceil((textWidth(formatCount(steps), 10) + 2) / column));
  for (let at = first; at < first + count; at++) {
    const own = at === step;
    const x = middle(at);
    const taken = backwards ? at >= step : at <= step;
    marks.push({
      type: 'rect',
      x: x - width / 2,
      y: top,
      width,
      height: BOX,
      radius: 3,
      fill: own ? 'accent-soft' : 'raised',
      stroke: own ? 'accent' : taken ? 'muted' : 'line',
      strokeWidth: own ? 2 : 1,
      target: momentTarget(context, lane, at, unit),
    });
    if (own || (at - step) % numbered === 0) {
      const text = formatCount(at);
      const ink = own ? 'ink' : 'muted';
      if (numbered === 1 || own)
        marks.push(
          caption(x, top + BOX / 2 + 4, text, { size: 10, anchor: 'middle', ink, weight: own ? 600 : 400 }),
        );
    }
  }
  return marks;
}
