import type { Ink } from '../scene/marks.ts';

export type Theme = 'light' | 'dark' | 'light-projector' | 'dark-projector' | 'print';

type Palette = Readonly<Record<Ink, string>>;

const light: Palette = {
  ink: '#16181d',
  muted: '#595f69',
  line: '#d9dce1',
  surface: '#fbfbfa',
  raised: '#ffffff',
  accent: '#00727a',
  'accent-soft': '#d9eeee',
  second: '#a3470f',
  positive: '#96500a',
  negative: '#5b3a94',
  error: '#b3261e',
  none: 'transparent',
};

const dark: Palette = {
  ink: '#eceef1',
  muted: '#a3abb6',
  line: '#343a43',
  surface: '#14171b',
  raised: '#1c2026',
  accent: '#3fd0cf',
  'accent-soft': '#173a3d',
  second: '#f0a05e',
  positive: '#eba356',
  negative: '#bda6ea',
  error: '#ff8f85',
  none: 'transparent',
};

/**
 * Colours by meaning. Text inks (`ink`, `muted`, `accent`, `second`, `positive`, `negative`, `error`) keep a
 * contrast of at least 4.5 on `surface`, `raised` and `accent-soft`. The accent is a teal, which neither end of
 * PuOr (orange, purple) nor cividis (blue, yellow) contains.
 */
export const themes: Readonly<Record<Theme, Palette>> = {
  light,
  dark,
  // A projector in a lit room swallows pale grays.
  'light-projector': { ...light, ink: '#000000', muted: '#363c45', line: '#adb3bc', surface: '#ffffff' },
  'dark-projector': { ...dark, ink: '#ffffff', muted: '#d2d8df', line: '#5b6470', surface: '#0c0e11' },
  // Ink on white paper.
  print: { ...light, ink: '#000000', muted: '#3d434c', line: '#b9bec6', surface: '#ffffff' },
};

/** Custom properties `--ink`, `--accent-soft`, … of a theme, for a style rule. */
export function cssVariables(theme: Theme): string {
  return Object.entries(themes[theme])
    .map(([ink, color]) => `--${ink}: ${color};`)
    .join(' ');
}

/** The typeface of the site. */
export const FONT_FAMILY = "'Inter Variable', Inter, system-ui, sans-serif";
