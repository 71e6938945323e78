import type { Json } from '../../base/json.ts';
import type { Argument } from '../../model/arguments/arguments.ts';
import { builder } from '../../text/builder.ts';

/** An argument's value as a field shows it: Keras's words, sizes with a cross between them. */
export function written(value: unknown): string {
  if (value === null || value === undefined) return builder.form.unset;
  if (Array.isArray(value)) return value.join('×');
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
  const number = Number(plain.replace(',', '.'));
  return plain === '' || Number.isNaN(number) ? { fault: builder.form.notNumber } : { value: number };
}

/** The value one step up or down, every axis with it. */
export function stepped(value: unknown, by: number): Json | undefined {
  if (Array.isArray(value)) return (value as number[]).map((size) => size + by);
  return typeof value === 'number' ? value + by : undefined;
}
