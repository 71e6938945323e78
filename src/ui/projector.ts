import type { Stores } from '../stores/stores.ts';

/** How much larger the page is drawn for a class; more where it still keeps the width of a usual screen. */
const LARGER = 1.5;
const USUAL_WIDTH = 1600;
/** A narrow window is enlarged less, so that the page keeps this width, in its own pixels. */
const LEAST_WIDTH = 660;

/** How many pixels of the window one of the page's pixels takes, by the window's width. */
export function enlargement(width: number): number {
  return Math.max(1, Math.min(width / LEAST_WIDTH, Math.max(LARGER, width / USUAL_WIDTH)));
}

/** The query as a page that is drawn `by` times larger has to ask it: of a window that is as many times larger. */
export function enlargedQuery(query: string, by: number): string {
  return query.replace(/([\d.]+)px/g, (_, length: string) => `${Number((Number(length) * by).toFixed(3))}px`);
}

/** The style sheets' own queries as they were written: they are written anew with every change. */
const queries = new Map<MediaList, string>();

/** Those of all sheets that are there: parts of the page bring theirs when they load. */
function enlargeQueries(by: number): void {
  for (const { cssRules } of document.styleSheets) {
    for (const rule of cssRules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      const written = queries.get(rule.media) ?? rule.media.mediaText;
      queries.set(rule.media, written);
      rule.media.mediaText = enlargedQuery(written, by);
    }
  }
}

let shown = 1;
const queried = new Set<() => void>();

function show(by: number): void {
  if (by === shown) return;
  shown = by;
  // `zoom` enlarges the page but not what media queries measure: the layout would stay that of a wide window.
  enlargeQueries(by);
  document.documentElement.style.setProperty('--enlarged', String(by));
  for (const changed of queried) changed();
}

/** Window pixels a pixel of the page: what is measured by the window is divided by it before it is used in the page. */
export function enlargedBy(): number {
  return shown;
}

/** Keeps the page as large as the view says; returns the function that takes it off. */
export function applyProjector({ view }: Stores): () => void {
  const apply = () => {
    const { projector } = view.getState();
    document.documentElement.toggleAttribute('data-projector', projector);
    show(projector ? enlargement(innerWidth) : 1);
  };
  const loaded = ({ target }: Event) => {
    if (shown !== 1 && target instanceof HTMLLinkElement) enlargeQueries(shown);
  };
  apply();
  addEventListener('resize', apply);
  document.addEventListener('load', loaded, true);
  const off = view.subscribe((state, before) => {
    if (state.projector !== before.projector) apply();
  });
  return () => {
    off();
    removeEventListener('resize', apply);
    document.removeEventListener('load', loaded, true);
  };
}

/** A media query of the page's own pixels, for `useSyncExternalStore`. */
export function pageQuery(query: string): {
  readonly matches: () => boolean;
  readonly subscribe: (changed: () => void) => () => void;
} {
  const now = () => matchMedia(enlargedQuery(query, shown));
  return {
    matches: () => now().matches,
    subscribe(changed) {
      addEventListener('resize', changed);
      queried.add(changed);
      return () => {
        removeEventListener('resize', changed);
        queried.delete(changed);
      };
    },
  };
}
