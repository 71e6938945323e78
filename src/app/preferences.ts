import type { ViewState } from '../stores/state.ts';
import type { Stores } from '../stores/stores.ts';

const KEY = 'kernelscope.theme';
const THEMES: Record<ViewState['theme'], true> = { auto: true, light: true, dark: true };

/** Brings back the theme that was chosen last and keeps it from now on, where the browser lets pages store. */
export function followTheme(window: Pick<Window, 'localStorage'>, { view }: Stores): () => void {
  const kept = stored(window);
  if (kept) view.setState({ theme: kept });
  return view.subscribe(({ theme }, before) => {
    if (theme === before.theme) return;
    try {
      window.localStorage.setItem(KEY, theme);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  });
}

function stored(window: Pick<Window, 'localStorage'>): ViewState['theme'] | undefined {
  try {
    const theme = window.localStorage.getItem(KEY) ?? '';
    return Object.hasOwn(THEMES, theme) ? (theme as ViewState['theme']) : undefined;
  } catch {
    return undefined;
  }
}
