import { outputsText } from '../../text/layers/outputs.ts';
import { formatNumber } from '../format.ts';
import type { Ink, Mark, Target } from '../marks.ts';
import type { Rect } from '../rect.ts';
import { textWidth } from '../text-width.ts';

export interface NumberRequest {
  readonly value: number;
  readonly rect: Rect;
  readonly truth?: number | undefined;
  /** What one would say without a model. */
  readonly baseline?: { readonly value: number; readonly type: 'last-value' | 'mean' } | undefined;
  /** What a number is in the unit that people read. */
  readonly unit?: { readonly name: string; readonly scale: number; readonly offset: number } | undefined;
  readonly target?: Target | undefined;
}

/** The next of 1, 2, 5, 10, 20 … */
function rounded(limit: number): number {
  const power = 10 ** Math.floor(Math.log10(limit));
  return power * ([1, 2, 5, 10].find((digit) => digit * power >= limit) ?? 10);
}

/** From and to which round numbers a scale goes that holds all of them: small changes leave it as it is. */
function rangeOf(values: readonly number[]): readonly [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const limit = rounded(Math.max(1e-6, Math.abs(low), Math.abs(high)));
  // Numbers far from zero and close together: the scale leaves out zero.
  if (values.length > 1 && (low > limit * 0.3 || high < -limit * 0.3)) {
    const step = rounded(Math.max(limit * 0.02, (high - low) * 1.2, 1e-6));
    return [Math.floor(low / step) * step, Math.ceil(high / step + 1e-9) * step];
  }
  return [low < 0 ? -limit : 0, high > 0 ? limit : 0];
}

interface Said {
  readonly at: number;
  readonly text: string;
  readonly ink: Ink;
}

/** Texts in one line, kept apart and inside. */
function line(all: readonly Said[], y: number, size: number, { x, width }: Rect): Mark[] {
  const sorted = [...all].sort((one, other) => one.at - other.at);
  const half = sorted.map(({ text }) => textWidth(text, size) / 2);
  const places: number[] = [];
  sorted.forEach(({ at }, i) => {
    const least = i === 0 ? x + half[0]! : places[i - 1]! + half[i - 1]! + half[i]! + 10;
    places.push(Math.max(least, at));
  });
  for (let i = sorted.length - 1; i >= 0; i--) {
    const most =
      i === sorted.length - 1 ? x + width - half[i]! : places[i + 1]! - half[i + 1]! - half[i]! - 10;
    places[i] = Math.min(places[i]!, most);
  }
  return sorted.map(({ text, ink }, i): Mark => {
    return { type: 'text', x: places[i]!, y, text, size, ink, anchor: 'middle' };
  });
}

/** A predicted number on its scale, the truth and what one would say without a model below it, and how far it is off. */
export function numberMarks({ value, rect, truth, baseline, unit, target }: NumberRequest): Mark[] {
  const { scale = 1, offset = 0, name = '' } = unit ?? {};
  const inUnit = (number: number) => number * scale + offset;
  const written = (number: number) => formatNumber(number) + (name === '' ? '' : ` ${name}`);
  const shown = inUnit(value);
  const right = truth === undefined ? undefined : inUnit(truth);
  const plain = baseline && inUnit(baseline.value);
  if (!Number.isFinite(shown)) {
    const place = { x: rect.x, y: rect.y + rect.height / 2, size: 12 };
    return [{ type: 'text', ...place, text: formatNumber(shown), ink: 'error' }];
  }
  const known = [shown, right, plain].filter((number) => number !== undefined);
  const [low, high] = rangeOf(known);
  const size = Math.max(9, Math.min(13, rect.height * 0.26));
  const left = rect.x + 6;
  const room = rect.width - 12;
  const at = (number: number) => left + ((number - low) / (high - low || 1)) * room;
  const y = rect.y + (rect.height > 54 ? size + 12 : rect.height * 0.55);
  const text = written(shown);
  const half = textWidth(text, size, 600) / 2;
  const marks: Mark[] = [
    { type: 'rect', ...rect, fill: 'none', ...(target && { target }) },
    {
      type: 'path',
      points: [
        left,
        y,
        left + room,
        y,
        Number.NaN,
        Number.NaN,
        left,
        y - 3,
        left,
        y + 3,
        Number.NaN,
        Number.NaN,
        left + room,
        y - 3,
        left + room,
        y + 3,
      ],
      stroke: 'muted',
      strokeWidth: 1,
    },
  ];
  if (right !== undefined) {
    marks.push(
      { type: 'path', points: [at(shown), y, at(right), y], stroke: 'second', strokeWidth: 3, opacity: 0.6 },
      { type: 'rect', x: at(right) - 1.5, y: y - 8, width: 3, height: 16, fill: 'second' },
    );
  }
  if (plain !== undefined) {
    const place = at(plain);
    marks.push({
      type: 'path',
      points: [place, y - 7, place, y + 7],
      stroke: 'muted',
      strokeWidth: 1.5,
      dash: [2, 2],
    });
  }
  marks.push(
    { type: 'rect', x: at(shown) - 5, y: y - 5, width: 10, height: 10, radius: 5, fill: 'accent' },
    {
      type: 'text',
      x: Math.min(rect.x + rect.width - half, Math.max(rect.x + half, at(shown))),
      y: y - 10,
      text,
      size,
      ink: 'ink',
      weight: 600,
      anchor: 'middle',
    },
  );
  const small = size - 1;
  const ends: Said[] = [
    { at: left, text: formatNumber(low), ink: 'muted' },
    { at: left + room, text: formatNumber(high), ink: 'muted' },
  ];
  const said: Said[] = [];
  if (right !== undefined)
    said.push({ at: at(right), text: outputsText.truthOf(written(right)), ink: 'second' });
  if (plain !== undefined && baseline) {
    const words = baseline.type === 'mean' ? outputsText.mean : outputsText.lastValue;
    said.push({ at: at(plain), text: words(written(plain)), ink: 'muted' });
  }
  // Side by side where they fit, else one below the other.
  const across = said.reduce((sum, one) => sum + textWidth(one.text, small) + 10, -10);
  const lines = [ends, ...(across <= rect.width ? [said] : said.map((one) => [one]))].filter(
    (texts) => texts.length > 0,
  );
  lines.forEach((texts, place) => {
    const base = y + 9 + small + place * (small + 4);
    // Within the frame of what is looked at.
    const inside = { ...rect, x: rect.x + 3, width: rect.width - 6 };
    if (base <= rect.y + rect.height) marks.push(...line(texts, base, small, inside));
  });
  const last = y + 9 + small + lines.length * (small + 4);
  if (right !== undefined && last <= rect.y + rect.height) {
    const off = outputsText.off(written(Math.abs(right - shown)));
    marks.push({ type: 'text', x: rect.x, y: last, text: off, size: small, ink: 'ink' });
  }
  return marks;
}
