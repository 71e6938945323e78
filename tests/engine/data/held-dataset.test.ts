import { expect, test } from 'vitest';
import { isDataOf, openHeld } from '../../../src/engine/data/held-dataset.ts';
import { take, text } from '../../formats/data/files.ts';

test('samples and rows of held data are those that were cut', async () => {
  const rows = Array.from({ length: 60 }, (_, row) => `${row},${row / 2}`);
  const { dataset, numbers } = await take([text('a.csv', `x,y\n${rows.join('\n')}`)], {
    target: 'y',
    length: 3,
  });
  const data = new Blob([numbers]);
  expect(isDataOf(dataset, data)).toBe(true);
  expect(isDataOf({ ...dataset, shape: [4, 2] }, data)).toBe(false);
  const set = openHeld(dataset, data);
  // The window of rows 5 to 7 and the number of row 8.
  const sample = await set.sample('train', 5);
  expect(sample).toEqual({
    input: { shape: [3, 2], data: Float32Array.of(5, 2.5, 6, 3, 7, 3.5) },
    label: 4,
    targets: [4],
  });
  for (const split of ['train', 'test'] as const) {
    const all = await set.rows(split, dataset[split]);
    const into = new Float32Array(6);
    for (let row = 0; row < all.count; row++) {
      all.read(row, into, 0);
      const one = await set.sample(split, row);
      expect(into).toEqual(one.input.data);
      expect(all.targets[row]).toBe(one.label);
    }
  }
  expect((await set.rows('train', 7)).targets).toHaveLength(7);
  await expect(set.sample('test', dataset.test)).rejects.toMatchObject({ code: 'not-found' });
});
