import { expect, test } from 'vitest';
import type { Sample } from '../../src/engine/engine.ts';
import { nineWords } from '../../src/model/examples/nine-words.ts';
import { probeText } from '../../src/text/probe.ts';
import { setUp } from './setup.ts';

const text = (numbers: readonly number[]): Sample => {
  const data = new Float32Array(16);
  data.set(numbers);
  return { input: { shape: [16], data }, label: 0, targets: [0] };
};

async function firstWords(samples: readonly Sample[]) {
  const { engine, scope, stores } = await setUp();
  engine.samples = async (split, count) => {
    expect(split).toBe('test');
    return samples.slice(0, count);
  };
  await scope.setDocument(nineWords.document);
  const { input, source } = stores.trace.getState().probe;
  expect(source).toEqual({ type: 'tensor', note: probeText.text.cutTo });
  return [...input.data];
}

test('a model of nine words opens with the first test sentence whose first nine the vocabulary has', async () => {
  const unknown = text([5, 1, 7, 8, 9, 10, 11, 12, 13, 14]);
  const short = text([5, 6, 7, 8]);
  const known = text([20, 21, 22, 23, 24, 25, 26, 27, 28, 1]);
  const later = text([30, 31, 32, 33, 34, 35, 36, 37, 38]);
  expect(await firstWords([unknown, short, known, later])).toEqual([20, 21, 22, 23, 24, 25, 26, 27, 28]);
});

test('where there is none, with the first of all', async () => {
  expect(await firstWords([text([5, 1, 7]), text([6])])).toEqual([5, 1, 7, 0, 0, 0, 0, 0, 0]);
});
