import type { Theme } from '../paint/theme.ts';
import type { Stores } from '../stores/stores.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');
const motion = matchMedia('(prefers-reduced-motion: reduce)');

/** The theme that canvases are painted in now. */
export function themeNow(stores: Stores): Theme {
  const { theme } = stores.view.getState();
  if (theme !== 'auto') return theme;
  return dark.matches ? 'dark' : 'light';
}

export function reducedMotion(): boolean {
  return motion.matches;
}

/** Calls `changed` whenever canvases need other colours; returns the function that takes it off. */
export function onTheme(stores: Stores, changed: () => void): () => void {
  dark.addEventListener('change', changed);
  const off = stores.view.subscribe((state, before) => {
    if (state.theme !== before.theme) changed();
  });
  return () => {
    dark.removeEventListener('change', changed);
    off();
  };
}

/** Writes the chosen theme on the page's root element, where the style sheet reads it. */
export function applyTheme(stores: Stores): () => void {
  const apply = () => {
    document.documentElement.dataset.theme = stores.view.getState().theme;
  };
  apply();
  return onTheme(stores, apply);
}
