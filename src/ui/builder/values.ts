import type { Json } from '../../base/json.ts';
import type { Argument } from '../../model/arguments/arguments.ts';
import { builder } from '../../text/builder.ts';

/** An argument's value as a field shows it: Keras's words, sizes with a cross between them. */
export function written(value: unknown): string {
  if (value === null || value === undefined) return builder.form.unset;
  if (Array.isArray(value)) {
    const pairs = value.some(Array.isArray);
    return pairs ? value.map((pair) => `(${[pair].flat().join(', ')})`).join(', ') : value.join('×');
  }
  if (typeof value === 'object' && 'class_name' in value) return String(value.class_name);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}

type Read = { readonly value: Json } | { readonly fault: string };

/** What was typed, as a value for the gate; a fault where it is none. */
export function readValue(text: string, { takes, nullable }: Pick<Argument, 'takes' | 'nullable'>): Read {
  const plain = text.trim();
  if (nullable && (plain === '' || plain.toLowerCase() === 'none')) return { value: null };
  if (takes.type === 'name') return { value: text };
  const parts = plain.split(/\s*[×x,; ]\s*/i).filter((part) => part !== '');
  const numbers = parts.map(Number);
  if (takes.type === 'sizes') {
    const { axes } = takes;
    const fits = numbers.length === 1 || numbers.length === axes;
    if (!fits || numbers.some(Number.isNaN)) return { fault: builder.form.notSizes };
    return { value: numbers.length === 1 ? new Array<number>(axes).fill(numbers[0]!) : numbers };
  }
  if (takes.type === 'integers') return readIntegers(numbers, takes.axes);
  if (takes.type === 'pairs') return readPairs(plain, takes.axes);
  const number = Number(plain.replace(',', '.'));
  return plain === '' || Number.isNaN(number) ? { fault: builder.form.notNumber } : { value: number };
}

/** Whole numbers, of which one alone stays a number where their count is free. */
function readIntegers(numbers: number[], axes: number | undefined): Read {
  const fits = axes === undefined ? numbers.length > 0 : numbers.length === 1 || numbers.length === axes;
  if (!fits || !numbers.every(Number.isInteger)) return { fault: builder.form.notIntegers };
  if (axes === undefined) return { value: numbers };
  return { value: numbers.length === 1 ? new Array<number>(axes).fill(numbers[0]!) : numbers };
}

/** `(1, 0), (2, 2)`: before and after for each axis; one number for all of them, or one an axis. */
function readPairs(text: string, axes: number): Read {
  const numbers = (text.match(/[^\s(),;×[\]]+/g) ?? []).map(Number);
  if (numbers.length === 0 || !numbers.every(Number.isInteger)) return { fault: builder.form.notPairs };
  if (numbers.length === 1) return { value: numbers[0]! };
  if (numbers.length === 2 * axes) {
    const pairs = Array.from({ length: axes }, (_, axis) => numbers.slice(2 * axis, 2 * axis + 2));
    return { value: pairs };
  }
  return numbers.length === axes ? { value: numbers } : { fault: builder.form.notPairs };
}

/** `28, 28, 1`, with None where a size is free. */
export function writtenSizes(sizes: readonly (number | null)[]): string {
  return sizes.map((size) => size ?? builder.form.unset).join(', ');
}

/** The sizes of `writtenSizes`; undefined where it is something else. */
export function readFreeSizes(text: string): (number | null)[] | undefined {
  const parts = text.split(/\s*[×x,; ]\s*/).filter((part) => part !== '');
  const sizes = parts.map((part) => (/^(none|null)$/i.test(part) ? null : Number(part)));
  const known = sizes.every((size) => size === null || (Number.isInteger(size) && size > 0));
  return known && sizes.length > 0 ? sizes : undefined;
}

/** The value one step up or down, every axis with it. */
export function stepped(value: unknown, by: number): Json | undefined {
  if (Array.isArray(value))
    return value.some(Array.isArray) ? undefined : (value as number[]).map((size) => size + by);
  return typeof value === 'number' ? value + by : undefined;
}
