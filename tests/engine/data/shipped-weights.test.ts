import { expect, test } from 'vitest';
import {
  loadShippedWeights,
  SHIPPED_MODEL,
  type ShippedModel,
} from '../../../src/engine/data/shipped-weights.ts';
import { digits } from '../../../src/model/examples/digits.ts';
import { admit } from '../../../src/model/gate.ts';
import { BASE_URL, openSession, publicFiles } from '../session-in-node.ts';

test('the shipped weights fit the default document and do what their description says', async () => {
  const weights = await loadShippedWeights(BASE_URL, publicFiles);
  const { network } = admit(digits);
  expect([...weights.keys()]).toEqual(
    network.layers.filter((layer) => layer.weights.length > 0).map((layer) => layer.name),
  );
  const described = (await (await publicFiles(BASE_URL + SHIPPED_MODEL)).json()) as ShippedModel;
  const opened = await openSession();
  await opened.build(
    { ...digits, dataset: { name: 'mnist', train: 100, test: described.test_digits } },
    weights,
  );
  const { metrics, confusion } = await opened.session.evaluate('test');
  expect(metrics.accuracy).toBeCloseTo(described.test_accuracy, 6);
  expect(metrics.accuracy).toBeGreaterThan(0.97);
  const right = confusion.reduce((sum, row, label) => sum + row[label]!, 0);
  expect(right / described.test_digits).toBeCloseTo(described.test_accuracy, 6);
});

test('a missing file is named', async () => {
  const missing = () => Promise.resolve(new Response(null, { status: 404 }));
  await expect(loadShippedWeights(BASE_URL, missing)).rejects.toMatchObject({ code: 'network' });
});
