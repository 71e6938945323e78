import type { ScaleSpec } from '../../base/color.ts';
import type { ValuedTerm } from '../../model/derivation.ts';
import { generalText } from '../../text/layers/general.ts';
import { formatCount } from '../format.ts';
import { layerScale, signedScale } from '../layer-scale.ts';
import type { Mark, Target } from '../marks.ts';
import { fitText, textWidth } from '../text-width.ts';
import { caption, cell, operator } from './draw.ts';
import type { LensContext } from './request.ts';
import { strongestOf, weightNamed } from './values.ts';

const ROW = 30;
const CELL = 28;
const OPERATOR = 20;
const TOP = 18;
const MOST_NAME = 0.45;

/** The terms of a cell, and how they combine. */
export interface Terms {
  readonly all: readonly ValuedTerm[];
  readonly reduction: 'sum' | 'mean' | 'max' | 'min' | 'product' | 'identity';
}

/** What a term's input is called: its cell, and its layer where the layer reads several. */
function termName({ node, sources }: LensContext, { term }: ValuedTerm): string {
  const place = `[${term.inputIndex.join(', ')}]`;
  if (term.own !== undefined) return generalText.own;
  return node.inputs.length > 1 ? `${sources[term.input]!.name}${place}` : place;
}

/** What choosing a term's input leads to. */
export function termTarget({ node, sources }: LensContext, { term }: ValuedTerm): Target {
  const layer = term.own === undefined ? sources[term.input]!.name : node.name;
  return { type: 'cell', layer, index: term.inputIndex };
}

/** Terms that are shown, strongest first; where all fit, in their own order. */
function shownTerms({ all, reduction }: Terms, room: number): readonly ValuedTerm[] {
  if (all.length <= room) return all;
  const sizes = all.map(({ input, product }) =>
    reduction === 'max' ? input : reduction === 'min' ? -input : Math.abs(product),
  );
  const least = Math.min(...sizes);
  const lifted = sizes.map((size) => size - least);
  return strongestOf(lifted, Math.max(1, room - 1)).map((at) => all[at]!);
}

/** The position of the term that a maximum or minimum takes. */
export function winnerOf({ all, reduction }: Terms): ValuedTerm | undefined {
  if (reduction !== 'max' && reduction !== 'min') return undefined;
  const better = (one: number, other: number) => (reduction === 'max' ? one > other : one < other);
  return all.reduce<ValuedTerm | undefined>(
    (best, term) => (best && !better(term.input, best.input) ? best : term),
    undefined,
  );
}

function rowHeight(height: number): number {
  return Math.max(1, Math.floor((height - TOP) / ROW));
}

/** Width that the rows take at most: bars need room, candidates side by side with nothing don't. */
export function rowsWidth(context: LensContext, terms: Terms, most: number): number {
  const { all, reduction } = terms;
  const times = all.some(({ weight }) => weight !== undefined);
  const names = all.slice(0, 64).map((term) => textWidth(termName(context, term), 11));
  const bare = Math.max(24, ...names) + 8 + CELL + 8;
  if (!times && reduction !== 'sum') return Math.min(most, bare);
  return Math.min(most, all.length > 4 ? 560 : bare + (times ? 2 * (CELL + OPERATOR) : 0) + 180);
}

/** Height that the rows take of what there is. */
export function rowsHeight(terms: Terms, height: number): number {
  return TOP + Math.min(terms.all.length, rowHeight(height)) * ROW;
}

/** Every input that has a part in the cell, what it is multiplied by, and what comes of it; the weakest together. */
export function termRows(context: LensContext, terms: Terms, width: number, height: number): Mark[] {
  const { all, reduction } = terms;
  const shown = shownTerms(terms, rowHeight(height));
  const rest = all.filter((term) => !shown.includes(term));
  const times = all.some(({ weight }) => weight !== undefined);
  const sums = times || reduction === 'sum';
  const winner = winnerOf(terms);
  const products = Float32Array.from(all, ({ product }) => product);
  const weights = signedScale(Float32Array.from(all, ({ weight }) => weight ?? 0));
  const productScale: ScaleSpec = signedScale(products);
  const names = shown.map((term) => termName(context, term));
  const longest = Math.max(...names.map((name) => textWidth(name, 11)), 24);
  const name = Math.min(width * MOST_NAME, longest + 8);
  const second = name + CELL + OPERATOR;
  const third = times ? second + CELL + OPERATOR : name;
  const barLeft = third + CELL + 10;
  const reach = Math.max(4, (width - barLeft) / 2);
  const limit = productScale.type === 'diverging' ? productScale.limit : 1;
  const zero = barLeft + reach;
  const heading = (x: number, text: string) =>
    caption(x + CELL / 2, 10, text, { size: 10, anchor: 'middle' });
  const factor = all.some(({ term }) => term.weight) ? generalText.weight : generalText.factor;
  const marks: Mark[] = [
    heading(name, generalText.input),
    ...(times ? [heading(second, factor), heading(third, generalText.product)] : []),
  ];
  const bar = (value: number, y: number): Mark => {
    const length = Math.min(reach, (Math.abs(value) / limit) * reach);
    const place = { x: value < 0 ? zero - length : zero, y: y + 8, width: Math.max(1, length), height: 12 };
    return { type: 'rect', ...place, radius: 2, fill: value < 0 ? 'negative' : 'positive' };
  };
  shown.forEach((term, line) => {
    const y = TOP + line * ROW;
    const target = termTarget(context, term);
    const { weight, input, product } = term;
    const source = context.sources[term.term.input];
    const scale = layerScale(
      context.trace,
      term.term.own === undefined ? (source?.name ?? '') : context.layer,
    );
    const outline = term === winner ? 'accent' : undefined;
    const label = fitText(names[line]!, 11, name - 8);
    marks.push(
      caption(name - 8, y + 18, label, {
        anchor: 'end',
        ...(term === winner && { ink: 'ink', weight: 600 }),
      }),
    );
    marks.push(cell(name, y, CELL, input, scale, { target, outline }));
    if (!times && sums) marks.push(bar(product, y));
    if (!times || weight === undefined) return;
    const place = term.term.weight;
    const chosen: Target | undefined = place && {
      type: 'weight',
      layer: context.layer,
      weight: place.name,
      index: place.index,
    };
    const whole = place && weightNamed(context, place.name);
    marks.push(
      operator(name + CELL + OPERATOR / 2, y + CELL / 2, term.term.chooses ? '→' : '×'),
      cell(second, y, CELL, weight, whole ? signedScale(whole.data) : weights, { target: chosen }),
      operator(second + CELL + OPERATOR / 2, y + CELL / 2, '='),
      cell(third, y, CELL, product, productScale, { target }),
      bar(product, y),
    );
  });
  const bottom = TOP + shown.length * ROW;
  if (rest.length > 0 && sums) {
    const total = rest.reduce((sum, { product }) => sum + product, 0);
    marks.push(
      caption(third - 8, bottom + 18, generalText.rest(formatCount(rest.length)), { anchor: 'end' }),
    );
    marks.push(
      cell(third, bottom, CELL, total, { type: 'diverging', limit: Math.max(limit, Math.abs(total)) }),
    );
    marks.push(bar(total, bottom));
  } else if (rest.length > 0) {
    marks.push(caption(name, bottom + 18, generalText.others(formatCount(rest.length))));
  }
  if (sums) {
    const end = bottom + (rest.length > 0 ? ROW : 0);
    marks.push({ type: 'path', points: [zero, TOP - 2, zero, end], stroke: 'line', strokeWidth: 1 });
  }
  return marks;
}
