import { describe, expect, test } from 'vitest';
import { contrastOf, luminanceOf } from '../../src/base/color.ts';
import { cssVariables, themes } from '../../src/paint/theme.ts';

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return luminanceOf(red! | (green! << 8) | (blue! << 16));
}

const TEXT = ['ink', 'muted', 'accent', 'second', 'positive', 'negative', 'error'] as const;
const PAPER = ['surface', 'raised', 'accent-soft'] as const;

describe.each(Object.keys(themes) as (keyof typeof themes)[])('%s', (theme) => {
  test.each(TEXT.flatMap((ink) => PAPER.map((paper) => [ink, paper] as const)))(
    '%s reads on %s',
    (ink, paper) => {
      const contrast = contrastOf(luminance(themes[theme][ink]), luminance(themes[theme][paper]));
      expect(contrast).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('every ink is a custom property', () => {
    expect(cssVariables(theme)).toContain(`--accent-soft: ${themes[theme]['accent-soft']};`);
  });
});
