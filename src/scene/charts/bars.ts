import { barsText } from '../../text/layers/bars.ts';
import { formatFixed } from '../format.ts';
import type { Mark, Picture } from '../marks.ts';
import type { Rect } from '../rect.ts';
import { fitText, textWidth } from '../text-width.ts';

export interface BarsRequest {
  /** One value a class; those that found no room in the rectangle are left out, smallest first. */
  readonly values: ArrayLike<number>;
  readonly rect: Rect;
  /** Layer whose units these are: a bar then stands for its unit. */
  readonly layer?: string | undefined;
  readonly labels?: readonly string[] | undefined;
  /** Class number that is right, where it is known. */
  readonly truth?: number | undefined;
  /** Each value is a probability of its own, a yes from here on. */
  readonly threshold?: number | undefined;
}

const LEAST_ROW = 12;

/** Pixels that names leave a bar at least, where they need more than their usual part of a row; fewer before one is cut. */
const LEAST_BAR = 48;
const NARROWEST_BAR = 40;
const USUAL_PART = 0.4;
/** Between name and bar. */
const GAP = 8;
/** Rows wider than this keep clear of an outline around them. */
const NARROW = 120;
const EDGE = 4;

const textSize = (row: number) => Math.max(Math.min(12, row - 2), Math.round(row * 0.44));
const figuresWidth = (size: number) => textWidth('−0.00', size, 600) + 4;

/** How wide rows of such a height must be for no name to be cut. */
export function uncutWidth(names: readonly string[], row: number): number {
  const size = textSize(row);
  const longest = Math.max(...names.map((name) => textWidth(name, size, 600)));
  return Math.ceil(longest + GAP + LEAST_BAR + figuresWidth(size) + 2 * EDGE);
}

/** A name that would be cut stands in two lines of this size, or in one where it is a single word. */
const SMALL = 11;

interface Name {
  readonly lines: readonly string[];
  readonly size: number;
}

/** A class's name in at most `most` pixels; cut only where nothing else helps. */
function nameIn(name: string, size: number, most: number, row: number): Name {
  const small = Math.min(size, SMALL);
  const fits = (text: string, at: number) => textWidth(text, at, 600) <= most;
  if (fits(name, size)) return { lines: [name], size };
  if (fits(name, small)) return { lines: [name], size: small };
  const parts = row < 2 * small + 2 ? [] : name.split(/(?<=[\s-])/u);
  const ways = parts.slice(1).map((_, at) => [parts.slice(0, at + 1), parts.slice(at + 1)] as const);
  const lines = ways
    .map((way) => way.map((words) => words.join('').trim()))
    .find((way) => way.every((text) => fits(text, small)));
  return { lines: lines ?? [fitText(name, small, most)], size: small };
}

/** Classes shown, in order of number; the largest ones where not all fit. */
function shownClasses(values: ArrayLike<number>, room: number): number[] {
  const all = Array.from({ length: values.length }, (_, at) => at);
  if (all.length <= room) return all;
  return all.sort((a, b) => values[b]! - values[a]! || a - b).slice(0, room);
}

/** The right class: a tick where a full bar would end, and the word where the bar leaves room for it. */
function truthMarks(left: number, room: number, length: number, middle: number, row: number): Mark[] {
  const tall = Math.min(row - 2, 16);
  const right = left + room;
  const size = Math.min(10, row - 4);
  const width = textWidth(barsText.truth, size) + 8;
  const tick: Mark = {
    type: 'rect',
    x: right - 2,
    y: middle - tall / 2,
    width: 2,
    height: tall,
    fill: 'second',
  };
  if (length + width > room) return [tick];
  const place = { x: right - 6, y: middle + size * 0.36, size, anchor: 'end' } as const;
  return [tick, { type: 'text', ...place, text: barsText.truth, ink: 'second' }];
}

function nameMarks({ lines, size }: Name, x: number, middle: number, wins: boolean): Mark[] {
  const above = ((lines.length - 1) * (size + 1)) / 2;
  return lines.map((text, line) => ({
    type: 'text',
    x,
    y: middle + size * 0.36 - above + line * (size + 1),
    size,
    weight: wins ? 600 : 400,
    text,
    ink: wins ? 'ink' : 'muted',
    anchor: 'end',
  }));
}

/** Horizontal bars with the class's name before and the value behind; the largest is emphasised, or each that reaches the threshold; the truth is ticked. */
export function barMarks({ values, rect, layer, labels, truth, threshold }: BarsRequest): Mark[] {
  const shown = shownClasses(values, Math.max(1, Math.floor(rect.height / LEAST_ROW)));
  const row = Math.min(44, rect.height / shown.length);
  const size = textSize(row);
  const figures = figuresWidth(size);
  const edge = rect.width > NARROW ? EDGE : 0;
  const most = Math.max(rect.width * USUAL_PART, rect.width - 2 * edge - figures - GAP - NARROWEST_BAR);
  const names = shown.map((at) => nameIn(labels?.[at] ?? String(at), size, most, row));
  const nameWidth = Math.max(
    ...names.flatMap((name) => name.lines.map((text) => textWidth(text, name.size, 600))),
  );
  const start = rect.x + edge;
  const end = rect.x + rect.width - edge;
  const left = start + nameWidth + GAP;
  const room = Math.max(8, end - figures - left);
  let low = 0;
  let high = 0;
  let best = 0;
  for (let at = 0; at < values.length; at++) {
    low = Math.min(low, values[at]!);
    high = Math.max(high, values[at]!);
    if (values[at]! > values[best]!) best = at;
  }
  // Probabilities share one scale from 0 to 1, so that two predictions can be compared.
  if (low === 0 && high <= 1) high = 1;
  const unit = room / (high - low || 1);
  const zero = left - low * unit;
  const thick = Math.max(3, row > 26 ? row * 0.46 : Math.min(12, row * 0.5));
  const rows = shown.flatMap((at, line): Mark[] => {
    const value = values[at]!;
    const y = rect.y + line * row;
    const middle = y + row / 2;
    const wins = threshold === undefined ? at === best : value >= threshold;
    const weight = wins ? 600 : 400;
    const length = Math.abs(value) * unit;
    const target = layer === undefined ? undefined : ({ type: 'cell', layer, index: [at] } as const);
    const text = { type: 'text', y: middle + size * 0.36, size, weight } as const;
    return [
      { type: 'rect', x: rect.x, y, width: rect.width, height: row, fill: 'none', ...(target && { target }) },
      ...nameMarks(names[line]!, start + nameWidth, middle, wins),
      {
        type: 'rect',
        x: left,
        y: middle - thick / 2,
        width: room,
        height: thick,
        fill: 'line',
        opacity: 0.5,
        radius: 2,
      },
      {
        type: 'rect',
        x: value < 0 ? zero - length : zero,
        y: middle - thick / 2,
        width: Math.max(length, 0.5),
        height: thick,
        fill: wins ? 'accent' : 'muted',
        radius: 2,
      },
      ...(at === truth ? truthMarks(left, room, unit * Math.max(0, value), middle, row) : []),
      {
        ...text,
        x: end,
        text: formatFixed(value),
        ink: wins ? 'ink' : 'muted',
        anchor: 'end',
      },
    ];
  });
  if (threshold === undefined) return rows;
  const x = zero + threshold * unit;
  const points = [x, rect.y, x, rect.y + shown.length * row];
  return [...rows, { type: 'path', points, stroke: 'ink', strokeWidth: 1, dash: [2, 2] }];
}

/** The same as a picture of its own. */
export function barsPicture(request: Omit<BarsRequest, 'rect'> & { width: number; height: number }): Picture {
  const { width, height, ...rest } = request;
  return { width, height, marks: barMarks({ ...rest, rect: { x: 0, y: 0, width, height } }) };
}
