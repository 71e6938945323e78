import { expect, test } from 'vitest';
import { svgCost } from '../../../src/model/picture/svg-cost.ts';

test('elements are counted as often as they are drawn', () => {
  expect(svgCost('<svg><g><rect/><rect/></g></svg>')).toBe(4);
  // svg, g, 2 rects, and the group once more for the use, which counts itself.
  expect(svgCost('<svg><g id="a"><rect/><rect/></g><use href="#a"/></svg>')).toBe(8);
});

test('nested references multiply', () => {
  const levels = 12;
  let text = '<svg><rect id="a0"/>';
  for (let level = 1; level <= levels; level++)
    text += `<g id="a${level}">${`<use xlink:href="#a${level - 1}"/>`.repeat(10)}</g>`;
  expect(svgCost(`${text}</svg>`)).toBeGreaterThan(10 ** levels);
});

test.each([
  ['entities', '<!DOCTYPE svg [<!ENTITY a "lol">]><svg>&a;</svg>'],
  ['a circle', '<svg><g id="a"><use href="#a"/></g></svg>'],
  ['a picture inside', '<svg><image href="data:image/png;base64,AAAA"/></svg>'],
])('%s: cannot be told', (_name, text) => {
  expect(svgCost(text)).toBe(Number.POSITIVE_INFINITY);
});

test('broken and deep ones take no long time', () => {
  for (const text of ['<a"'.repeat(300_000), '<g id="a">'.repeat(100_000), '<'.repeat(1_000_000)]) {
    const start = performance.now();
    svgCost(text);
    expect(performance.now() - start).toBeLessThan(1000);
  }
});
