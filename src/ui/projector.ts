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

/** The style sheets' own queries, read once: they are written anew with every change. */
let queries: readonly (readonly [MediaList, string])[] | undefined;

function readQueries(): readonly (readonly [MediaList, string])[] {
  return [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule)
    .map(({ media }) => [media, media.mediaText]);
}

let shown = 1;
const queried = new Set<() => void>();

function show(by: number): void {
  if (by === shown) return;
  shown = by;
  // `zoom` enlarges the page but not what media queries measure: the layout would stay that of a wide window.
  queries ??= readQueries();
  for (const [media, query] of queries) media.mediaText = enlargedQuery(query, by);
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
  apply();
  addEventListener('resize', apply);
  const off = view.subscribe((state, before) => {
    if (state.projector !== before.projector) apply();
  });
  return () => {
    off();
    removeEventListener('resize', apply);
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
