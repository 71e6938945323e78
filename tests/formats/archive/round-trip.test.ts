import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../../../src/base/random.ts';
import { readArchive } from '../../../src/formats/archive/read-archive.ts';
import { writeArchive } from '../../../src/formats/archive/write-archive.ts';
import { admit } from '../../../src/model/gate.ts';
import { initialWeights } from '../../../src/model/initialise.ts';
import { resolve } from '../../../src/model/network.ts';
import { anyDocument } from '../../arbitraries/any-document.ts';
import { documents, networkOf } from '../../arbitraries/documents.ts';
import { wirings } from '../../arbitraries/wirings.ts';
import { archiveNamed, cases, isReady } from './fixtures.ts';

test('document and weights come back as they were', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (json) => {
      const { document, network } = admit(json);
      const weights = initialWeights(network, document.seed);
      const opened = await readArchive(await writeArchive(document, weights));
      expect(opened.document).toEqual(document);
      expect(opened.weights).toEqual(weights);
      expect(opened.notes).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test.each(Array.from({ length: 12 }, (_, at) => at + 1))(
  'so does any document, with every layer: %i',
  async (seed) => {
    const document = anyDocument(seed);
    const weights = initialWeights(resolve(document), seed);
    const opened = await readArchive(await writeArchive(document, weights));
    expect(opened.document).toEqual(document);
    expect(opened.weights).toEqual(weights);
  },
);

test('and any wiring', async () => {
  await fc.assert(
    fc.asyncProperty(wirings, async (json) => {
      const { document, network } = admit(json);
      const weights = initialWeights(network, 1);
      const opened = await readArchive(await writeArchive(document, weights));
      expect(opened).toEqual({ document, weights, notes: [] });
    }),
    { numRuns: 15 },
  );
});

test.each(cases.filter(({ name, input }) => input && isReady(name)).map(({ name }) => name))(
  '%s comes back as it was',
  async (name) => {
    const first = await readArchive(archiveNamed(name), 'Title');
    const again = await readArchive(await writeArchive(first.document, first.weights));
    expect(again).toEqual({ ...first, notes: [] });
  },
);

test('layers that lead to no output, and their order, come back too', async () => {
  const dense = (name: string, inputs?: string[]) => ({
    class_name: 'Dense',
    config: { name, units: 3 },
    ...(inputs && { inputs }),
  });
  const { document, network } = admit({
    kernelscope: 1,
    model: {
      input_shape: [3],
      layers: [dense('dead'), dense('left', ['input']), dense('right', ['input']), dense('deep', ['right'])],
      outputs: ['left', 'deep'],
    },
  });
  const weights = initialWeights(network, 1);
  const opened = await readArchive(await writeArchive(document, weights));
  expect(opened.document).toEqual(document);
  expect(opened.weights).toEqual(weights);
});

test('numbers keep every bit', async () => {
  const network = networkOf([4], { class_name: 'Dense', config: { name: 'dense', units: 5 } });
  const random = createRandom(1, 'bits');
  const data = Float32Array.from({ length: 20 }, () => random.normal() * 10 ** random.uniform(-38, 38));
  const { document } = admit({
    kernelscope: 1,
    model: { input_shape: [4], layers: [{ class_name: 'Dense', config: { name: 'dense', units: 5 } }] },
  });
  const weights = new Map([
    [
      'dense',
      [
        { name: 'kernel', shape: [4, 5], data },
        { name: 'bias', shape: [5], data: Float32Array.of(-0, 1e-45, 3.4e38, -1, 0) },
      ],
    ],
  ]);
  expect(network.params).toBe(25);
  const opened = await readArchive(await writeArchive(document, weights));
  expect(opened.weights).toEqual(weights);
});
