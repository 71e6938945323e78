import { formatFixed } from '../../scene/format.ts';

/** The decimal sign of the language. */
const decimal = () => formatFixed(0.5, 1).charAt(1);

/** A number as a field shows it, to be typed over. */
export function shownNumber(text: string): string {
  return text.replace('.', decimal());
}

/** What was typed, as a number: with the decimal sign of the language or a point; NaN where it is none. */
export function typedNumber(text: string): number {
  const plain = text.trim().replace(decimal(), '.');
  return plain === '' ? Number.NaN : Number(plain);
}
