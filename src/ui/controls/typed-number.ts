import { formatFixed } from '../../scene/format.ts';

/** The decimal sign of the language. */
const decimal = () => formatFixed(0.5, 1).charAt(1);

/** A number as a field shows it, to be typed over: with a real minus sign, as everywhere. */
export function shownNumber(text: string): string {
  return text.replace('.', decimal()).replaceAll('-', '−');
}

/**
 * What was typed, as a number: with the decimal sign of the language or a point, a real minus sign or a hyphen; NaN where
 * it is none.
 */
export function typedNumber(text: string): number {
  const plain = text.trim().replace(decimal(), '.').replaceAll('−', '-');
  return plain === '' ? Number.NaN : Number(plain);
}
