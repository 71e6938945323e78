import { LOCKS, type Lock, PARTS, type Part } from '../stores/embedding.ts';
import type { ViewState } from '../stores/state.ts';
import { LANGUAGES, type Language } from '../text/language.ts';

/** What an address says about the page besides the document. */
export interface Options {
  readonly lesson?: string;
  /** Where the lesson goes on: what its progress was. */
  readonly progress?: string;
  readonly show: readonly Part[];
  readonly lock: readonly Lock[];
  readonly theme?: ViewState['theme'];
  readonly lang?: Language;
  readonly data?: 'reduced';
  /** The widget is as high as what it shows, and does not fill its frame. */
  readonly height?: 'auto';
}

const THEMES: readonly ViewState['theme'][] = ['auto', 'light', 'dark'];
const LANGUAGE_NAMES = Object.keys(LANGUAGES) as readonly Language[];

/** Characters of a name of a lesson, and of a progress, that are looked at. */
const LONGEST = 400;

/**
 * Reads the options from an address, each from its fragment or else from its query; `k1` and `w1` beside them are the
 * document's. Values that are not known are passed over.
 */
export function optionsOf({ search, hash }: { readonly search: string; readonly hash: string }): Options {
  const query = new URLSearchParams(search);
  const fragment = new URLSearchParams(hash.slice(1));
  const text = (key: string) => fragment.get(key) ?? query.get(key) ?? undefined;
  const short = (key: string) => {
    const value = text(key);
    return value !== undefined && value !== '' && value.length <= LONGEST ? value : undefined;
  };
  const options: { [K in keyof Options]: Options[K] | undefined } = {
    lesson: short('lesson'),
    progress: short('progress'),
    show: listed(text('show'), PARTS),
    lock: listed(text('lock'), LOCKS),
    theme: known(text('theme'), THEMES),
    lang: known(text('lang')?.split('-', 1)[0]?.toLowerCase(), LANGUAGE_NAMES),
    data: known(text('data'), ['reduced']),
    height: known(text('height'), ['auto']),
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
}

function known<T extends string>(value: string | undefined, values: readonly T[]): T | undefined {
  return values.find((one) => one === value);
}

/** Those of the values that the list names, in the order of the values. */
function listed<T extends string>(list: string | undefined, values: readonly T[]): readonly T[] {
  const asked = (list ?? '').split(',').map((part) => part.trim());
  return values.filter((value) => asked.includes(value));
}
