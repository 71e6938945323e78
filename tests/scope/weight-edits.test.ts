import { expect, test } from 'vitest';
import { forward } from '../../src/model/forward.ts';
import { setUp, small, trainable } from './setup.ts';

type Page = Awaited<ReturnType<typeof setUp>>;

async function kernelOf({ scope }: Page, layer = 'conv') {
  return (await scope.getWeights(layer))[0]!.data;
}

function fresh({ stores }: Page) {
  const { network } = stores.document.getState();
  const { weights, probe } = stores.trace.getState();
  return forward(network, weights, probe.input);
}

const edit = (value: number, index = [1, 2, 0, 1]) => [{ weight: 'kernel', index, value }];

test('one weight by hand: only it changes, everything downstream is a fresh forward pass', async () => {
  const page = await setUp(small);
  const before = await kernelOf(page);
  await page.scope.editWeights('conv', edit(0.75));
  const after = await kernelOf(page);
  expect(after[(1 * 3 + 2) * 2 + 1]).toBe(0.75);
  expect([...after].filter((value, at) => value !== before[at])).toEqual([0.75]);
  expect(page.stores.trace.getState().trace).toEqual(fresh(page));
  expect(page.stores.trace.getState().provenance).toBe('edited');
});

test('back to before: the same bits, whatever was changed since; then there is nothing to bring back', async () => {
  const page = await setUp(small);
  const before = [await kernelOf(page), await kernelOf(page, 'out')];
  await page.scope.editWeights('conv', edit(0.1));
  await page.scope.editWeights('out', [{ weight: 'bias', index: [2], value: 3 }]);
  await page.scope.editWeights('out', edit(-7, [4, 1]));
  expect(await page.scope.restoreWeights()).toBe(true);
  expect([await kernelOf(page), await kernelOf(page, 'out')]).toEqual(before);
  expect(page.stores.trace.getState()).toMatchObject({ provenance: 'fresh', edits: undefined });
  expect(page.stores.trace.getState().trace).toEqual(fresh(page));
  expect(await page.scope.restoreWeights()).toBe(false);
});

test('undo takes back gestures, the last first; those of one step together; redo brings them back', async () => {
  const page = await setUp(small);
  const before = await kernelOf(page);
  await page.scope.editWeights('conv', edit(0.5));
  for (const value of [1, 2, 3]) await page.scope.editWeights('conv', edit(value), { step: 'drag 1' });
  const last = await kernelOf(page);
  expect(await page.scope.undo()).toBe(true);
  expect((await kernelOf(page))[(1 * 3 + 2) * 2 + 1]).toBe(0.5);
  expect(await page.scope.undo()).toBe(true);
  expect(await kernelOf(page)).toEqual(before);
  expect(page.stores.trace.getState().provenance).toBe('fresh');
  expect(await page.scope.undo()).toBe(false);
  expect(await page.scope.redo()).toBe(true);
  expect(await page.scope.redo()).toBe(true);
  expect(await kernelOf(page)).toEqual(last);
  expect(await page.scope.redo()).toBe(false);
});

test('training goes on from the changed weights, and is what there is to go back to afterwards', async () => {
  const page = await setUp(trainable);
  await page.scope.editWeights('out', edit(0.5, [0, 0]));
  await page.scope.step('batch');
  expect((await kernelOf(page, 'out'))[0]).toBeCloseTo(0.501, 6);
  expect(page.stores.trace.getState().provenance).toBe('trained');
  expect(await page.scope.restoreWeights()).toBe(false);
  expect(await page.scope.undo()).toBe(false);
});

test('during a run: the run is paused and said, then the weight is set', async () => {
  const page = await setUp(trainable);
  const run = page.scope.train({ epochs: 500 });
  await page.scope.editWeights('out', edit(9, [0, 0]));
  expect((await run).stopped).toBe('paused');
  expect((await kernelOf(page, 'out'))[0]).toBe(9);
  expect(page.stores.status.getState().notice).toContain('paused');
});

test('a document with the same weights keeps the way back', async () => {
  const page = await setUp(small);
  const before = await kernelOf(page);
  await page.scope.editWeights('conv', edit(0.1));
  await page.scope.setDocument({ ...small, title: 'Other' }, { weights: 'keep' });
  expect(page.stores.trace.getState().provenance).toBe('edited');
  expect(await page.scope.restoreWeights()).toBe(true);
  expect(await kernelOf(page)).toEqual(before);
});

test.each([
  ['a layer that there is not', 'nowhere', edit(1), 'not-found'],
  ['a weight that there is not', 'conv', [{ weight: 'gamma', index: [0], value: 1 }], 'not-found'],
  ['an index outside', 'conv', edit(1, [1, 3, 0, 0]), 'not-found'],
  ['what is not finite', 'conv', edit(Number.NaN), 'range'],
  ['more than 32 bits hold', 'conv', edit(1e39), 'range'],
  ['what is no list', 'conv', 5, 'type'],
])('%s is refused, and nothing changes', async (_, layer, edits, code) => {
  const page = await setUp(small);
  const before = page.stores.trace.getState();
  await expect(page.scope.editWeights(layer, edits as never)).rejects.toMatchObject({ code });
  expect(page.stores.trace.getState()).toBe(before);
});
