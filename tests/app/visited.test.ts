import { expect, test } from 'vitest';
import { rememberVisited } from '../../src/app/visited.ts';
import { admit } from '../../src/model/gate.ts';
import { createStores } from '../../src/stores/stores.ts';
import { setUp, small, trainable } from '../scope/setup.ts';

const titled = (title: string) => ({ ...trainable, title });

async function visit(page: Awaited<ReturnType<typeof setUp>>, document: unknown) {
  await page.scope.setDocument(document);
  await page.scope.step('batch');
}

test('the last eight documents that were left are remembered, trained; a fresh one needs no memory', async () => {
  const page = await setUp(small);
  const visited = rememberVisited(page.stores);
  const documents = [];
  for (let n = 0; n < 10; n++) {
    await visit(page, titled(`${n}`));
    documents.push(page.stores.document.getState().document);
  }
  await page.scope.setDocument(small);
  await page.scope.setDocument(titled('last'));
  expect(documents.map((document) => visited.weightsOf(document)?.provenance)).toEqual([
    undefined,
    undefined,
    ...new Array(8).fill('trained'),
  ]);
  // The one before the last was fresh.
  const { past } = page.stores.document.getState();
  expect(past.at(-1)!.document.title).toBe('Small');
  expect(visited.weightsOf(past.at(-1)!.document)).toBeUndefined();
});

test('large models leave sooner: at most four million numbers', () => {
  const stores = createStores(small);
  const visited = rememberVisited(stores);
  const documents = ['a', 'b', 'c', 'd'].map((title) => admit(titled(title)));
  for (const { document, network } of documents) {
    stores.document.setState({ document, network });
    const data = new Float32Array(1_570_000);
    const weights = new Map([['out', [{ name: 'kernel', shape: [785, 2000], data }]]]);
    stores.trace.setState({ weights, provenance: 'trained' });
  }
  expect(documents.map(({ document }) => visited.weightsOf(document) !== undefined)).toEqual([
    false,
    true,
    true,
    // In hand.
    false,
  ]);
});
