import { expect, test } from 'vitest';
import { customDefinition } from '../../../src/model/datasets/custom.ts';
import { forecastChannel, lastValueOf } from '../../../src/model/datasets/last-value.ts';
import { datasets } from '../../../src/model/datasets/registry.ts';
import { take, text } from '../../formats/data/files.ts';

const rows = Array.from({ length: 120 }, (_, row) => `${row % 17},${(row * 7) % 23}`);
const csv = () => [text('a.csv', `x,y\n${rows.join('\n')}`)];
const yOf = (row: number) => (row * 7) % 23;

test.each([false, true])('of a table whose target is forecast, standardised: %s', async (standardize) => {
  const { dataset, numbers } = await take(csv(), { target: 'y', length: 5, standardize });
  const definition = customDefinition(dataset);
  expect(forecastChannel(definition)).toBe(1);
  const { scale = 1, offset = 0 } = dataset.target as { scale?: number; offset?: number };
  for (const window of [0, 1, 40]) {
    const input = numbers.slice(window * 10, (window + 1) * 10);
    expect(lastValueOf(definition, input)! * scale + offset).toBeCloseTo(yOf(window + 4), 3);
  }
});

test.each([
  ['a number that the model does not see before', { columns: ['x'], target: 'y', length: 5, ahead: 1 }],
  ['a number of the last row itself', { target: 'y', length: 5, ahead: 0 }],
  ['rows that are no windows', { target: 'y', samples: 'rows' }],
] as const)('of %s there is none', async (_, reading) => {
  const { dataset, numbers } = await take(csv(), reading);
  expect(forecastChannel(customDefinition(dataset))).toBeUndefined();
  expect(lastValueOf(customDefinition(dataset), numbers.slice(0, 10))).toBeUndefined();
});

test('a channel that the samples do not have is none', async () => {
  const { dataset } = await take(csv(), { target: 'y', length: 5 });
  const target = { type: 'numbers', names: ['y'], unit: '', channel: 2 } as const;
  expect(forecastChannel(customDefinition({ ...dataset, target }))).toBeUndefined();
});

test('of the page’s own series the last number is what is trained on, unchanged', () => {
  const series = datasets.filter(({ storage }) => storage.type === 'windows');
  expect(series.length).toBeGreaterThan(2);
  for (const definition of series) {
    const [steps, channels] = definition.shape as [number, number];
    const input = Float32Array.from({ length: steps * channels }, (_, at) => at / 7);
    const at = (steps - 1) * channels + forecastChannel(definition)!;
    expect(lastValueOf(definition, input)).toBe(input[at]);
  }
});
