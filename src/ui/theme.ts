import type { Theme } from '../paint/theme.ts';
import type { Stores } from '../stores/stores.ts';
import { paintNow } from './frame-loop.ts';
import { enlargedBy } from './projector.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');
const motion = matchMedia('(prefers-reduced-motion: reduce)');
const paper = matchMedia('print');
/** Between the browser's announcement that it prints and its word that it has. */
let announced = false;

/** The page is being put on paper. */
export function printing(): boolean {
  return announced || paper.matches;
}

/** The theme that canvases are painted in now. */
export function themeNow(stores: Stores): Theme {
  if (printing()) return 'print';
  const { theme, projector } = stores.view.getState();
  const shade = theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme;
  return projector ? `${shade}-projector` : shade;
}

/** How canvases are painted now. */
export function lookNow(stores: Stores): { readonly theme: Theme; readonly pixelRatio: number } {
  return { theme: themeNow(stores), pixelRatio: devicePixelRatio * enlargedBy() };
}

export function reducedMotion(): boolean {
  return motion.matches;
}

/** Calls `changed` whenever canvases need other colours; returns the function that takes it off. */
export function onTheme(stores: Stores, changed: () => void): () => void {
  // What is announced is painted at once: the browser prints before the next frame.
  const before = () => {
    announced = true;
    changed();
    paintNow();
  };
  const after = () => {
    announced = false;
    changed();
  };
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  const queries = [dark, paper];
  for (const query of queries) query.addEventListener('change', changed);
  const off = stores.view.subscribe((state, last) => {
    if (state.theme !== last.theme || state.projector !== last.projector) changed();
  });
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
    for (const query of queries) query.removeEventListener('change', changed);
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
