/** Languages that the page speaks. */
export type Language = 'en' | 'de';

/** Each as it calls itself. */
export const LANGUAGES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

let spoken: Language = 'en';

/** The language of all texts now. */
export function language(): Language {
  return spoken;
}

/** The first of the tags, such as `navigator.languages`, that the page speaks; else English. */
export function languageOf(tags: readonly string[]): Language {
  const known = tags
    .map((tag) => tag.split('-', 1)[0]!.toLowerCase())
    .find((tag) => Object.hasOwn(LANGUAGES, tag));
  return (known as Language | undefined) ?? 'en';
}

/** Texts follow it: `speak.ts`. */
export function setLanguage(next: Language): void {
  spoken = next;
}

/** By the plural rules of the language; a count that is formatted already has one digit where they matter. */
export function plural(
  count: number | string,
  words: { readonly one: string; readonly other: string },
): string {
  const number = typeof count === 'number' ? count : /^\d+$/.test(count) ? Number(count) : Number.NaN;
  return rulesOf(spoken).select(number) === 'one' ? words.one : words.other;
}

const rules = new Map<Language, Intl.PluralRules>();

function rulesOf(language: Language): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return known;
}
