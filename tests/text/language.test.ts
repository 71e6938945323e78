import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, test } from 'vitest';
import { PRESETS } from '../../src/formats/presets/presets.ts';
import { CUSTOM } from '../../src/model/datasets/custom.ts';
import { photos } from '../../src/model/datasets/photos.ts';
import { datasets, findDataset } from '../../src/model/datasets/registry.ts';
import { classesOf } from '../../src/model/datasets/target.ts';
import {
  formatCell,
  formatCount,
  formatFixed,
  formatNumber,
  formatPercent,
  formatShape,
} from '../../src/scene/format.ts';
import { EXAMPLES } from '../../src/scope/examples.ts';
import { sentence } from '../../src/text/errors.ts';
import { PAIRS } from '../../src/text/german/german.ts';
import { names as german } from '../../src/text/german/names.ts';
import { language, languageOf, plural } from '../../src/text/language.ts';
import { names, spokenDataset } from '../../src/text/names.ts';
import { dataFaults } from '../../src/text/own-data.ts';
import { page } from '../../src/text/page.ts';
import { speak } from '../../src/text/speak.ts';

afterEach(() => speak('en'));

/** Paths of all texts: `header.share`, with what they are. Lists, such as licences, may be the same in both. */
function pathsOf(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) => {
    const here = `${path}.${key}`;
    if (typeof value === 'function') return `${here}()`;
    if (typeof value !== 'object' || value === null) return here;
    return Array.isArray(value) ? [] : pathsOf(value, here);
  });
}

/** No texts of their own. */
const MACHINERY = /^(?:change|counted|language|speak)\.ts$/;

/** The same in both languages; what a layer is for is a key. */
const KEYS = /\.purpose$/;

describe('the catalogues', () => {
  it.each(PAIRS.filter(([english]) => english !== names).map((pair, at) => [at, ...pair] as const))(
    'pair %i has the same texts in both',
    (_, english, german) => {
      const paths = (texts: object) => pathsOf(texts).filter((path) => !KEYS.test(path));
      // Either may be a text that makes use of its figures, where the other does not.
      const names = (texts: object) =>
        paths(texts)
          .map((path) => path.replace('()', ''))
          .sort();
      expect(names(german)).toEqual(names(english));
    },
  );

  it('are all there, and listed', () => {
    const folder = fileURLToPath(new URL('../../src/text', import.meta.url));
    const files = (path: string) =>
      readdirSync(join(folder, path)).flatMap((file) => (file.endsWith('.ts') ? [path + file] : []));
    const catalogues = [...files(''), ...files('layers/')].filter((file) => !MACHINERY.test(file));
    const list = readFileSync(join(folder, 'german/german.ts'), 'utf8');
    expect(catalogues.length).toBeGreaterThan(40);
    expect(catalogues.filter((file) => !list.includes(`from '../${file}'`))).toEqual([]);
    expect(catalogues.filter((file) => !list.includes(`from './${file}'`))).toEqual([]);
  });

  it('are each listed once', () => {
    expect(new Set(PAIRS.map(([english]) => english)).size).toBe(PAIRS.length);
  });
});

test('texts are spoken there and back', async () => {
  const { header } = page;
  const before = JSON.stringify(PAIRS.map(([english]) => english));
  const counted = header.presetParams;
  await speak('de');
  expect(language()).toBe('de');
  // Who held the object reads German in it.
  expect(header.undo).toBe('Rückgängig');
  expect(header.presetParams('5')).toBe('5 Parameter');
  await speak('en');
  expect(header.undo).toBe('Undo');
  expect(header.presetParams).toBe(counted);
  expect(JSON.stringify(PAIRS.map(([english]) => english))).toBe(before);
});

test('every name that comes with data sets and examples has a German one', () => {
  const said = datasets.flatMap(({ target, channels = [], step }) => [
    ...(target.type === 'numbers' ? target.names : target.classes),
    ...channels.map(({ name }) => name),
    ...(step ? [step.unit] : []),
  ]);
  const titles = [
    ...EXAMPLES.map(({ document }) => String(document.title)),
    ...PRESETS.map(({ title }) => title),
  ];
  const words = [...said, ...classesOf(photos), ...titles].filter((name) => !/^(?:\d+|s|h)$/.test(name));
  expect([...new Set(words)].sort()).toEqual(Object.keys(german).sort());
});

test('a data set is told in the language, the reader’s own as they are', async () => {
  const fashion = findDataset('fashion-mnist')!;
  expect(spokenDataset(fashion)).toBe(fashion);
  await speak('de');
  expect(classesOf(spokenDataset(fashion))[1]).toBe('Hose');
  expect(spokenDataset(fashion)).toBe(spokenDataset(fashion));
  const own = { ...fashion, name: CUSTOM };
  expect(spokenDataset(own)).toBe(own);
});

test('the language asked for last is spoken', async () => {
  await Promise.all([speak('de'), speak('en')]);
  expect(language()).toBe('en');
  await Promise.all([speak('en'), speak('de')]);
  expect(language()).toBe('de');
  await Promise.all([speak('en'), speak('de')]);
  expect(page.header.undo).toBe('Rückgängig');
});

test('the first language of the browser that the page speaks', () => {
  expect(languageOf(['fr-FR', 'de-AT', 'en'])).toBe('de');
  expect(languageOf(['en-GB', 'de'])).toBe('en');
  expect(languageOf(['fr', 'constructor'])).toBe('en');
  expect(languageOf([])).toBe('en');
});

test('plurals of counts, formatted or not', async () => {
  const words = { one: 'one', other: 'many' };
  const all = () => [0, 1, 2, 1000, '1', '2', '1,000', '1.000'].map((count) => plural(count, words));
  expect(all()).toEqual(['many', 'one', 'many', 'many', 'one', 'many', 'many', 'many']);
  await speak('de');
  expect(all()).toEqual(['many', 'one', 'many', 'many', 'one', 'many', 'many', 'many']);
  expect([page.prediction.epochs(1), page.prediction.epochs(2)]).toEqual(['1 Epoche', '2 Epochen']);
});

test('numbers have the separators of the language', async () => {
  await speak('de');
  expect(formatFixed(-1.005, 1)).toBe('−1,0');
  expect(formatFixed(-0.001)).toBe('0,00');
  expect(formatNumber(0.85)).toBe('0,85');
  expect(formatNumber(2.5e-7)).toBe('2,5e−7');
  expect(formatCell(-0.05, 20)).toBe('−,05');
  expect(formatCount(1234567)).toBe('1.234.567');
  expect(formatCount(-1168)).toBe('−1.168');
  expect(formatPercent(0.004)).toBe('0,4\u00a0%');
  expect(formatShape([1280, null, 3])).toBe('1.280×None×3');
  expect(dataFaults.fewRows(2000, 1)).toContain('2.000 Zeilen');
});

test('errors are said whole in German, with the words of the model', async () => {
  await speak('de');
  const said = (expected: string, received = '0') =>
    sentence({ code: 'range', path: 'layers[0].config.filters', expected, received });
  expect(said('a whole number of at least 1')).toBe(
    'Bei layers[0].config.filters: erwartet wird eine ganze Zahl ab 1, nicht 0.',
  );
  expect(said('(a number above 0 and at most 1 | null)')).toContain(
    'eine Zahl über 0, höchstens 1 oder null',
  );
  // Values and names stay as they are.
  expect(said('conv2d, dense', '"nothing to see, 3 to 4"')).toContain(
    'wird conv2d, dense, nicht "nothing to see, 3 to 4"',
  );
});
