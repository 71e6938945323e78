import { language, plural } from './language.ts';

/** A whole number with the separators of the language. */
export function count(number: number): string {
  return number.toLocaleString(language());
}

/** A whole number and what is counted. */
export function counted(number: number, words: { readonly one: string; readonly other: string }): string {
  return `${count(number)} ${plural(number, words)}`;
}
