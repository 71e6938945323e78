import type { ViewState } from '../stores/state.ts';
import type { Stores } from '../stores/stores.ts';

type Preference = 'theme' | 'language' | 'projector';
type Preferences = Pick<ViewState, Preference>;

/** What each may be, by how it is stored. */
const VALUES: { readonly [P in Preference]: Readonly<Record<string, Preferences[P]>> } = {
  theme: { auto: 'auto', light: 'light', dark: 'dark' },
  language: { auto: 'auto', en: 'en', de: 'de' },
  projector: { on: true, off: false },
};
const NAMES = Object.keys(VALUES) as Preference[];

const keyOf = (name: Preference) => `kernelscope.${name}`;

/**
 * Brings back what was chosen last about the page and keeps it from now on, where the browser lets pages store. What the
 * address says, and nobody has chosen, is not kept.
 */
export function followPreferences(
  window: Pick<Window, 'localStorage'>,
  { view, embedding }: Pick<Stores, 'view' | 'embedding'>,
): () => void {
  for (const name of NAMES) {
    const kept = stored(window, name);
    if (kept !== undefined) view.setState({ [name]: kept });
  }
  return view.subscribe((state, before) => {
    const said: Partial<Preferences> = embedding.getState().look;
    for (const name of NAMES) {
      if (state[name] !== before[name] && state[name] !== said[name]) store(window, name, state[name]);
    }
  });
}

function stored(window: Pick<Window, 'localStorage'>, name: Preference): Preferences[Preference] | undefined {
  try {
    const text = window.localStorage.getItem(keyOf(name)) ?? '';
    return Object.hasOwn(VALUES[name], text) ? VALUES[name][text] : undefined;
  } catch {
    return undefined;
  }
}

function store(window: Pick<Window, 'localStorage'>, name: Preference, value: Preferences[Preference]): void {
  const known = Object.entries(VALUES[name]).find(([, meaning]) => meaning === value);
  try {
    if (known) window.localStorage.setItem(keyOf(name), known[0]);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
