import { type Language, language, setLanguage } from './language.ts';

type Texts = { [key: string]: unknown };

/** What was asked for last: a language that comes later than another one asked for after it is not spoken. */
let asked: Language = 'en';
/** The English catalogues as they were written, by the object whose texts are replaced. */
let english: ReadonlyMap<Texts, Texts> | undefined;

/** Replaces the texts of all catalogues, in place; rejects where they cannot be loaded, and nothing is changed. */
export async function speak(next: Language): Promise<void> {
  asked = next;
  if (next === language() && !english) return;
  const { PAIRS } = await import('./german/german.ts');
  if (asked !== next) return;
  const pairs = PAIRS as readonly (readonly [Texts, Texts])[];
  english ??= new Map(pairs.map(([texts]) => [texts, copy(texts)]));
  for (const [texts, german] of pairs) {
    restore(texts, english.get(texts)!);
    if (next === 'de') replace(texts, german);
  }
  setLanguage(next);
}

function isTexts(value: unknown): value is Texts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function copy(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [key, isTexts(value) ? copy(value) : value]),
  );
}

/** Objects stay, so that whoever holds one reads the new texts in it. */
function replace(texts: Texts, by: Texts): void {
  for (const [key, value] of Object.entries(by)) {
    const old = texts[key];
    if (isTexts(old) && isTexts(value)) replace(old, value);
    else texts[key] = value;
  }
}

/** As it was: without what another language alone has to say. */
function restore(texts: Texts, by: Texts): void {
  for (const key of Object.keys(texts)) if (!Object.hasOwn(by, key)) delete texts[key];
  replace(texts, by);
}
