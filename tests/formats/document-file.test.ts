import { describe, expect, test } from 'vitest';
import { KernelscopeError } from '../../src/base/errors.ts';
import { readDocumentFile, writeDocumentFile } from '../../src/formats/document-file.ts';
import { digits } from '../../src/model/examples/digits.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import { minimise } from '../../src/model/normalise.ts';

const { document, network } = admit(digits);

describe('a document as a file', () => {
  test('is the document’s own JSON, and comes back', () => {
    const text = writeDocumentFile(document);
    expect(JSON.parse(text)).toEqual(minimise(document));
    const read = readDocumentFile(text);
    expect(read.weights).toBeUndefined();
    expect(admit(read.document).document).toEqual(document);
  });

  test('brings its weights along, exactly', () => {
    const weights = initialWeights(network, 3);
    const read = readDocumentFile(writeDocumentFile(document, weights));
    expect(admit(read.document).document).toEqual(document);
    expect(Object.keys(read.weights!)).toEqual([...weights.keys()]);
    for (const [layer, tensors] of weights) {
      expect(read.weights![layer]).toEqual(tensors.map(({ name, shape, data }) => ({ name, shape, data })));
    }
  });
});

test.each([
  ['no JSON', '{"kernelscope":'],
  ['weights that are no object', '{"document":{},"weights":7}'],
  ['weights that are no list', '{"document":{},"weights":{"conv2d":{}}}'],
  ['a tensor without numbers', '{"document":{},"weights":{"conv2d":[{"shape":[1]}]}}'],
  ['numbers that are none', '{"document":{},"weights":{"conv2d":[{"shape":[1],"data":"$$$$"}]}}'],
  ['half a number', '{"document":{},"weights":{"conv2d":[{"shape":[1],"data":"AAA"}]}}'],
])('%s is refused', (_, text) => {
  expect(() => readDocumentFile(text)).toThrow(KernelscopeError);
});
