import { expect, test } from 'vitest';
import type { Archives } from '../../src/engine/archive/archives.ts';
import { readArchive } from '../../src/formats/archive/read-archive.ts';
import { writeArchive } from '../../src/formats/archive/write-archive.ts';
import { archiveNamed } from '../formats/archive/fixtures.ts';
import { seenOf, setUp, small } from './setup.ts';

/** On this thread, since Node has no workers of the page's kind. */
const archives: Archives = { read: readArchive, write: writeArchive };

test('toKeras and fromKeras give the document and its weights, and setDocument opens them', async () => {
  const all = await setUp(small, { archives });
  const { scope } = all;
  const kernel = await scope.getWeights('conv');
  const file = await scope.toKeras();
  const before = await seenOf(all);
  const { document, weights, notes } = await scope.fromKeras(file);
  expect(document).toEqual(scope.getDocument());
  expect(notes).toEqual([]);
  expect(await seenOf(all)).toEqual(before);
  await scope.reset({ seed: 99 });
  expect(await scope.getWeights('conv')).not.toEqual(kernel);
  await scope.setDocument(document, { weights });
  expect(await scope.getWeights('conv')).toEqual(kernel);
});

test('a file in any form opens, and gives its name where it has no title', async () => {
  const { scope } = await setUp(small, { archives });
  const bytes = archiveNamed('heads');
  const buffer = bytes.slice().buffer;
  const given = [new File([bytes.slice()], 'Two heads.keras'), buffer, bytes, new DataView(buffer)];
  for (const file of given) {
    const { document } = await scope.fromKeras(file);
    const title = file instanceof File ? 'Two heads' : 'Untitled';
    expect(document).toMatchObject({ title, model: { outputs: ['left', 'right'] } });
  }
  // What is handed in stays with the caller.
  expect(buffer.byteLength).toBe(bytes.length);
});

test('notes are sentences', async () => {
  const { scope } = await setUp(small, { archives });
  const { notes } = await scope.fromKeras(archiveNamed('frozen'));
  expect(notes).toEqual([
    'The layer held was frozen in Python; here it trains.',
    expect.stringMatching(/^What the model was compiled with was left out\. At .*optimizer.*\.$/),
  ]);
});

test.each([
  ['no file', undefined, 'type'],
  ['a text', 'model.keras', 'type'],
  ['another file', new Blob(['import keras']), 'syntax'],
  ['a layer that is not known', archiveNamed('unknown'), 'unknown-layer'],
  ['NaN', archiveNamed('infinite'), 'not-finite'],
])('%s is refused and changes nothing', async (_, file, code) => {
  const all = await setUp(small, { archives });
  const before = await seenOf(all);
  await expect(all.scope.fromKeras(file as Blob)).rejects.toMatchObject({
    code,
    message: expect.stringMatching(/^[A-Z].*\.$/),
  });
  expect(await seenOf(all)).toEqual(before);
});
