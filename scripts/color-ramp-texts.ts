import { interpolateLab, piecewise } from 'd3-interpolate';
import { interpolateCividis, schemePuOr } from 'd3-scale-chromatic';

const ENTRIES = 256;

/** d3 gives `#rrggbb` or `rgb(r, g, b)`. */
function hexOf(css: string): string {
  if (css.startsWith('#')) return css.slice(1);
  return css
    .match(/\d+/g)!
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('');
}

function textOf(interpolate: (t: number) => string, last: number): string {
  return Array.from({ length: ENTRIES }, (_, entry) => hexOf(interpolate(Math.min(1, entry / last)))).join(
    '',
  );
}

/** The scales' colours as d3 has them; PuOr between its eleven published ones, so that zero is exactly neutral. */
export function rampTexts(): { readonly puOr: string; readonly cividis: string } {
  const puOr = piecewise(interpolateLab, [...schemePuOr[11]!]);
  return { puOr: textOf(puOr, ENTRIES - 2), cividis: textOf(interpolateCividis, ENTRIES - 1) };
}
