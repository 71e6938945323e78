import * as v from 'valibot';
import { Fault, leaf, type Schema } from './leaf.ts';
import { taking } from './takes.ts';

const LONGEST_NAME = 64;

/** Names that mean something else: the model's own input, and what every JavaScript object has. */
function isReserved(name: string): boolean {
  return name === 'input' || name in {};
}

/** A layer's name; empty where it is left out. As in Keras without `/`, and nothing that is not printed. */
export function layerName(): Schema<string> {
  const name = leaf(`a name of 1 to ${LONGEST_NAME} characters without "/"`, (value) => {
    if (typeof value !== 'string') return new Fault('type');
    if (isReserved(value)) return new Fault('range', { reason: 'reserved-name' });
    const printable = /^[^\p{C}/]+$/u.test(value) && value.trim() === value;
    return printable && value.length <= LONGEST_NAME ? value : new Fault('range');
  });
  // Past the gate a name is never empty; '' only says that the gate has to find one.
  return v.optional(
    taking(
      v.lazy((value) => (value === '' ? v.literal('') : name)),
      { type: 'name', longest: LONGEST_NAME },
    ),
    '',
  );
}
