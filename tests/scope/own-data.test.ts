import { expect, test } from 'vitest';
import type { GivenFile } from '../../src/engine/own-data/data-worker.ts';
import type { DataReader } from '../../src/engine/own-data/reader.ts';
import { createDataSession } from '../../src/formats/data/session.ts';
import { sourceOf } from '../../src/formats/data/source.ts';
import { notices } from '../../src/text/notices.ts';
import { parts, quiet } from '../formats/data/files.ts';
import { setUp } from './setup.ts';

/** Reads in this thread. */
const reader: DataReader = {
  look: (files, reading, index) => sessionOf(files).look(reading, index, quiet),
  async take(files, reading) {
    const { dataset, numbers, notes } = await sessionOf(files).take(reading, quiet);
    return { dataset, notes, data: new Blob([numbers]) };
  },
  close: () => undefined,
};

function sessionOf(files: readonly GivenFile[]) {
  return createDataSession(
    files.map(({ path, blob }) => sourceOf(path, blob)),
    parts,
  );
}

const dataReader = async () => reader;
const rows = Array.from({ length: 100 }, (_, row) => `${row};${row / 4}`.replace('.', ','));
const csv = () => new File([`x;y\n${rows.join('\n')}`], 'motor.csv');

test('files are looked at, opened and trained on without anything of the page', async () => {
  const { scope, engine, stores } = await setUp(undefined, { dataReader });
  const look = await scope.inspectData(csv(), { reading: { length: 5 } });
  expect(look).toMatchObject({
    file: 'motor.csv',
    recognised: { type: 'table', delimiter: ';', rows: 100 },
    preview: { shape: [5, 2], train: 75, test: 15 },
  });
  const before = scope.getDocument();
  const { dataset, document, notes, kept } = await scope.openData([csv()], { reading: { length: 5 } });
  expect(scope.getDocument()).toEqual(before);
  expect([kept, notes.length > 0, engine.held.size]).toEqual([false, true, 1]);
  expect(dataset).toMatchObject({ name: 'custom', file: 'motor.csv', reading: { length: 5 } });
  await scope.setDocument(document);
  expect(scope.getDocument()).toMatchObject({
    dataset: { name: 'custom', data: dataset.data },
    model: { input_shape: [5, 2] },
  });
  expect(stores.status.getState().notice).toBeUndefined();
  expect(await scope.undo()).toBe(true);
  expect(scope.getDocument()).toEqual(before);
});

test('a document whose data are elsewhere is built on noise, and the page says which file is missing', async () => {
  const { scope: source } = await setUp(undefined, { dataReader });
  const { document } = await source.openData(csv());
  const { scope, engine, stores } = await setUp(document);
  engine.failing.set('sample', new Error('missing'));
  expect(stores.status.getState().notice).toBe(notices.missingData('motor.csv'));
  expect(scope.summary().length).toBeGreaterThan(0);
});

test('what is no file, no reading or cannot be read is refused with its place', async () => {
  const { scope } = await setUp(undefined, { dataReader });
  const refused = (call: Promise<unknown>) =>
    call.then(
      () => 'opened',
      ({ code, path }: { code: string; path: string }) => `${code} ${path}`,
    );
  expect(await refused(scope.openData('motor.csv' as never))).toBe('type files');
  expect(await refused(scope.openData([csv(), 3] as never))).toBe('type files[1]');
  expect(await refused(scope.openData(csv(), { reading: { length: 0 } }))).toBe('range length');
  expect(await refused(scope.openData(csv(), { wait: 1 } as never))).toBe('unknown-key wait');
  expect(await refused(scope.inspectData(csv(), { sample: 0.5 }))).toBe('type sample');
  expect(await refused(scope.openData([]))).toBe('missing-key files');
  expect(await refused(scope.openData(new File(['a;b\n1;2;3\n'], 'ragged.csv')))).toBe(
    'syntax ragged.csv, line 2',
  );
  const { error } = await scope.inspectData(csv(), { reading: { length: 99 } });
  expect(error?.message).toMatch(/At motor\.csv: a window of 100 rows does not fit|only/);
  expect(await refused((await setUp()).scope.openData(csv()))).toBe('unsupported undefined');
});
