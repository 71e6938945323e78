import { expect, test } from 'vitest';
import { KernelscopeError } from '../../../src/base/errors.ts';
import { decodeLink, encodeLink } from '../../../src/formats/share-url/link.ts';
import { datasetOf } from '../../../src/model/datasets/registry.ts';
import { admit } from '../../../src/model/gate.ts';
import { minimise } from '../../../src/model/normalise.ts';

const dataset = {
  name: 'custom',
  train: 80,
  test: 20,
  data: 'k3f9-2a',
  file: 'motor.csv',
  shape: [16, 2],
  target: { type: 'classes', classes: ['on', 'off'] },
  channels: [
    { name: 'x', unit: 'g', scale: 2.5, offset: -1 },
    { name: 'y', unit: '' },
  ],
  step: { unit: 's', each: 0.02 },
  range: [-1, 3.5],
  available: { train: 80, test: 20 },
  reading: { target: 'state', length: 16, standardize: true },
};
const model = {
  input_shape: [16, 2],
  layers: [{ class_name: 'Flatten' }, { class_name: 'Dense', config: { units: 2 } }],
};
const documentWith = (change: object) => ({ kernelscope: 1, dataset: { ...dataset, ...change }, model });

function refused(change: object): string {
  try {
    admit(documentWith(change));
  } catch (error) {
    if (error instanceof KernelscopeError) return `${error.code} ${error.path}`;
  }
  return 'admitted';
}

test('a document describes the reader’s own data, so that a model can be built without them', async () => {
  const { document } = admit(documentWith({}));
  expect(datasetOf(document.dataset)).toMatchObject({
    name: 'custom',
    shape: [16, 2],
    target: dataset.target,
    origin: 'own',
    storage: { type: 'float32' },
    available: dataset.available,
  });
  // One definition a document: what renders from it does not render anew.
  expect(datasetOf(document.dataset)).toBe(datasetOf(document.dataset));
  const short = minimise(document);
  expect(admit(short).document).toEqual(document);
  const link = await encodeLink('', document);
  const linked = await decodeLink(link);
  expect(link.length).toBeLessThan(700);
  expect(linked!.document).toEqual(document);
});

test.each([
  [{ type: 'numbers', names: ['temperature'], unit: '°C', scale: 4.5, offset: 11 }],
  [{ type: 'heads', heads: 3, classes: ['a', 'b', 'c'] }],
])('targets of every kind come back: %j', (target) => {
  const { document } = admit(documentWith({ target }));
  expect(admit(minimise(document)).document.dataset).toMatchObject({ target });
});

test('a description that cannot be is refused with the place', () => {
  expect(refused({ shape: [0] })).toBe('range dataset.shape[0]');
  expect(refused({ target: { type: 'sounds' } })).toBe('range dataset.target.type');
  expect(refused({ target: { type: 'classes', classes: 'on' } })).toBe('type dataset.target.classes');
  expect(refused({ train: 81 })).toBe('range dataset.train');
  expect(refused({ available: { train: 80 } })).toBe('missing-key dataset.available.test');
  expect(refused({ range: [1, 0] })).toBe('range dataset.range');
  expect(refused({ rows: 3 })).toBe('unknown-key dataset.rows');
  expect(refused({ reading: { lenght: 3 } })).toBe('unknown-key dataset.reading.lenght');
  expect(refused({ reading: { delimiter: 'x' } })).toBe('range dataset.reading.delimiter');
});
