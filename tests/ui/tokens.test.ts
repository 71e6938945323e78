import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { themes } from '../../src/paint/theme.ts';
import type { Ink } from '../../src/scene/marks.ts';

const read = (sheet: string) =>
  readFileSync(new URL(`../../src/ui/styles/${sheet}.css`, import.meta.url), 'utf8');
const css = read('tokens');

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function pairOf(name: string, sheet = css): [light: string, dark: string] {
  const found = sheet.match(new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`));
  if (!found) throw new Error(`no --${name}`);
  return [found[1]!, found[2]!];
}

test('the style sheet has the colours of the canvases', () => {
  const inks = (Object.keys(themes.light) as Ink[]).filter((ink) => ink !== 'none');
  expect(inks.length).toBeGreaterThan(8);
  for (const ink of inks) expect([ink, ...pairOf(ink)]).toEqual([ink, themes.light[ink], themes.dark[ink]]);
});

test('so has it for a projector and for paper', () => {
  const block = (sheet: string, selector: string) => sheet.slice(sheet.indexOf(`${selector} {`));
  const projector = block(css, ':root[data-projector]');
  const paper = block(read('print'), ':root:root');
  for (const ink of ['ink', 'muted', 'line', 'surface'] as const) {
    expect(pairOf(ink, projector)).toEqual([themes['light-projector'][ink], themes['dark-projector'][ink]]);
    expect(paper).toContain(`--${ink}: ${themes.print[ink]};`);
  }
});

test('what only the style sheet has keeps its contrast', () => {
  const [light, dark] = [0, 1].map((theme) => (name: string) => pairOf(name)[theme]!) as [
    (name: string) => string,
    (name: string) => string,
  ];
  for (const color of [light, dark]) {
    expect(contrast(color('on-accent'), color('accent'))).toBeGreaterThan(4.5);
    expect(contrast(color('muted'), color('hover'))).toBeGreaterThan(4.5);
    expect(contrast(color('edge'), color('surface'))).toBeGreaterThan(3);
  }
});
