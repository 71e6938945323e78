import type { Answer, Asked, Form, WrongAnswer } from './question.ts';

/** What was typed into the fields of a form (a shape has several), which cells were chosen, or which option. */
export type Typed = string | readonly string[] | readonly number[];

const WHOLE = /^[+-]?\d+$/;
/** Groups of three, all with one separator. */
const GROUPED = /^[+-]?\d{1,3}(?:([.,'’\u00a0\u202f ])\d{3})(?:\1\d{3})*$/;
const DECIMAL = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/;

/** A whole number with or without groups: `51264`, `51,264`, `51.264`, `51 264`. */
function readWhole(text: string): number | undefined {
  const plain = GROUPED.test(text) ? text.replace(/[^\d+-]/g, '') : text;
  return WHOLE.test(plain) ? Number(plain) : undefined;
}

/** A number with a point or a comma before its decimals. */
function readDecimal(text: string): number | undefined {
  return DECIMAL.test(text) ? Number(text.replace(',', '.')) : undefined;
}

function readNumber(typed: string, decimals: number): number | undefined {
  const text = typed.trim().replace(/^[\u2212\u2013]\s*/, '-');
  const value = decimals === 0 ? readWhole(text) : readDecimal(text);
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

/** What was meant; undefined where it is no answer of that form: nothing, or a word in place of a number. */
export function readAnswer(form: Form, typed: Typed): Answer | undefined {
  if (form.type === 'number')
    return typeof typed === 'string' ? readNumber(typed, form.decimals ?? 0) : undefined;
  if (form.type === 'choice')
    return typeof typed === 'string' && form.options.includes(typed) ? typed : undefined;
  if (typeof typed === 'string') return undefined;
  const numbers = typed.map((part) => (typeof part === 'string' ? readNumber(part, 0) : part));
  const known = numbers.filter((number) => number !== undefined);
  if (known.length < numbers.length) return undefined;
  if (form.type === 'shape') return known.length === form.rank ? known : undefined;
  return known.length > 0 ? known : undefined;
}

/** Whether two answers to a form are the same: of cells the order does not count, decimals count as far as asked. */
export function sameAnswer(form: Form, one: Answer, other: Answer): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    const decimals = form.type === 'number' ? (form.decimals ?? 0) : 0;
    // Half a unit of the last decimal, and what binary numbers add to it.
    return decimals === 0 ? one === other : Math.abs(one - other) <= 0.5 * 10 ** -decimals + 1e-9;
  }
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  if (typeof one === 'number' || typeof other === 'number') return false;
  const [a, b] = form.type === 'cells' ? [ascending(one), ascending(other)] : [one, other];
  return a.length === b.length && a.every((value, at) => value === b[at]);
}

function ascending(cells: readonly number[]): number[] {
  return [...new Set(cells)].toSorted((a, b) => a - b);
}

/** Whether what was typed is right. */
export function accepts(form: Form, truth: Answer, typed: Typed): boolean {
  const answer = readAnswer(form, typed);
  return answer !== undefined && sameAnswer(form, truth, answer);
}

/** The wrong answers of a question that are indeed wrong, each once. */
export function wrongOf({ form, truth, wrong }: Asked): readonly WrongAnswer[] {
  return wrong.filter(
    ({ answer }, at) =>
      !sameAnswer(form, truth, answer) &&
      wrong.findIndex((other) => sameAnswer(form, other.answer, answer)) === at,
  );
}

/** What somebody types who means that answer. */
export function typedAs(form: Form, answer: Answer): Typed {
  if (typeof answer === 'string') return answer;
  if (typeof answer === 'number') return String(answer);
  return form.type === 'shape' ? answer.map(String) : answer;
}
