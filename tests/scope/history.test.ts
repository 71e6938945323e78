import { describe, expect, test } from 'vitest';
import type { ModelDocument } from '../../src/model/document.ts';
import { setArgument } from '../../src/model/edit/argument.ts';
import { insertLayer, removeLayer } from '../../src/model/edit/layers.ts';
import { renameLayer } from '../../src/model/edit/rename.ts';
import { digits } from '../../src/model/examples/digits.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import { notices } from '../../src/text/notices.ts';
import { setUp, small, trainable } from './setup.ts';

type Page = Awaited<ReturnType<typeof setUp>>;

const inHand = ({ stores }: Page): ModelDocument => stores.document.getState().document;
const kernel = async ({ scope }: Page, layer: string) => (await scope.getWeights(layer))[0]!.data;
const provenance = ({ stores }: Page) => stores.trace.getState().provenance;

/** Makes every weight of a layer this number. */
async function fill({ scope }: Page, layer: string, value: number): Promise<void> {
  const weights = await scope.getWeights(layer);
  await scope.setWeights(
    layer,
    weights.map((weight) => ({ ...weight, data: weight.data.map(() => value) })),
  );
}

describe('weights that are carried over an edit', () => {
  test('layers with the same name and shapes keep theirs, the others are fresh from the seed', async () => {
    const page = await setUp(small);
    await fill(page, 'conv', 0.5);
    await fill(page, 'out', 0.25);
    const wider = setArgument(inHand(page), 'conv', 'filters', 4);
    await page.scope.setDocument(wider, { weights: 'carry' });
    const fresh = initialWeights(admit(wider).network, 3);
    expect(await kernel(page, 'conv')).toEqual(fresh.get('conv')![0]!.data);
    expect(await kernel(page, 'out')).toEqual(fresh.get('out')![0]!.data);
    expect(provenance(page)).toBe('carried');

    await fill(page, 'conv', 0.5);
    await page.scope.setDocument(setArgument(inHand(page), 'out', 'units', 5), { weights: 'carry' });
    expect(new Set(await kernel(page, 'conv'))).toEqual(new Set([0.5]));
    expect(await kernel(page, 'out')).toHaveLength(64 * 5);
  });

  test('a renamed layer keeps its own, and nobody gets those of a name given away', async () => {
    const page = await setUp(small);
    await fill(page, 'conv', 0.5);
    const renamed = renameLayer(inHand(page), 'conv', 'first');
    await page.scope.setDocument(renamed, { weights: 'carry', renamed: { conv: 'first' } });
    expect(new Set(await kernel(page, 'first'))).toEqual(new Set([0.5]));
    expect(provenance(page)).toBe('set');
    expect(await page.scope.undo()).toBe(true);
    expect(new Set(await kernel(page, 'conv'))).toEqual(new Set([0.5]));
    await page.scope.redo();
    expect(new Set(await kernel(page, 'first'))).toEqual(new Set([0.5]));
  });

  test('undo gives back what the edit lost, and what was learned since stays', async () => {
    const page = await setUp(small);
    await fill(page, 'conv', 0.5);
    await fill(page, 'out', 0.25);
    await page.scope.setDocument(removeLayer(inHand(page), 'conv'), { weights: 'carry' });
    await page.scope.undo();
    expect(new Set(await kernel(page, 'conv'))).toEqual(new Set([0.5]));
    expect(new Set(await kernel(page, 'out'))).toEqual(new Set([0.25]));

    await page.scope.setDocument(insertLayer(inHand(page), 2, 'Dropout'), { weights: 'carry' });
    await fill(page, 'out', 0.75);
    await page.scope.undo();
    expect(new Set(await kernel(page, 'out'))).toEqual(new Set([0.75]));
    expect(new Set(await kernel(page, 'conv'))).toEqual(new Set([0.5]));
  });

  test('the shipped weights come back with the document that they belong to', async () => {
    const trained = initialWeights(admit(digits).network, 99);
    const page = await setUp(digits, { shipped: async () => trained });
    const before = await kernel(page, 'dense');
    await page.scope.setDocument(insertLayer(inHand(page), 1, 'MaxPooling2D'), { weights: 'carry' });
    expect(provenance(page)).toBe('carried');
    await page.scope.undo();
    expect(provenance(page)).toBe('shipped');
    expect(await kernel(page, 'dense')).toEqual(before);
    await page.scope.redo();
    expect(provenance(page)).toBe('carried');
  });

  test('another document in between: its weights are its own, and the first gets its own back', async () => {
    const page = await setUp(small);
    await fill(page, 'out', 0.25);
    await page.scope.setDocument(trainable);
    await fill(page, 'out', 0.5);
    await page.scope.undo();
    expect(new Set(await kernel(page, 'out'))).toEqual(new Set([0.25]));
    await page.scope.redo();
    expect(new Set(await kernel(page, 'out'))).toEqual(new Set([0.5]));
  });

  test('a run under way is paused, said, and its last weights are carried', async () => {
    const page = await setUp(trainable);
    const before = await kernel(page, 'out');
    const run = page.scope.train({ epochs: 50 });
    await new Promise((resolve) => page.scope.on('epoch', resolve));
    await page.scope.setDocument(insertLayer(inHand(page), 1, 'Dropout'), { weights: 'carry' });
    expect(await run).toMatchObject({ stopped: 'replaced' });
    expect(page.stores.status.getState().notice).toBe(notices.editPaused);
    expect((await kernel(page, 'out'))[0]! - before[0]!).toBeGreaterThan(0.003);
    expect(provenance(page)).toBe('trained');
    expect(page.scope.history()).toMatchObject({ batches: [] });
    await page.scope.setDocument(removeLayer(inHand(page), 'dropout'), { weights: 'carry' });
    expect(page.stores.status.getState().notice).toBeUndefined();
  });

  test('what is looked at stays, under its new name', async () => {
    const focus = { layer: 'conv', index: [3, 3, 1] };
    const page = await setUp({ ...small, view: { focus, playing: false } });
    page.stores.view.setState({ playing: true });
    const renamed = renameLayer(inHand(page), 'conv', 'first');
    await page.scope.setDocument(renamed, { weights: 'carry', renamed: { conv: 'first' } });
    expect(page.stores.view.getState()).toMatchObject({
      open: 'first',
      cell: { layer: 'first', index: [3, 3, 1] },
      playing: true,
    });
    await page.scope.setDocument(setArgument(inHand(page), 'first', 'filters', 1), { weights: 'carry' });
    expect(page.stores.view.getState()).toMatchObject({ open: 'first', cell: undefined });
  });
});

test('with kept weights, a view that says nothing new changes nothing', async () => {
  const focus = { layer: 'conv', index: [3, 3, 1] };
  const page = await setUp({ ...small, view: { focus, playing: true } });
  page.stores.view.setState({ open: undefined });
  await page.scope.setDocument({ ...inHand(page), title: 'B' }, { weights: 'keep' });
  expect(page.stores.view.getState()).toMatchObject({ open: undefined });
  expect(page.stores.document.getState().past.at(-1)).toMatchObject({
    change: 'title: Small to B',
    edit: true,
  });
  const other = { focus: { layer: 'out', index: [1] }, playing: true };
  await page.scope.setDocument({ ...inHand(page), view: other }, { weights: 'keep' });
  expect(page.stores.view.getState()).toMatchObject({ open: 'out' });
});

describe('the history', () => {
  const changes = ({ stores }: Page) => {
    const { past, future } = stores.document.getState();
    return [past.map(({ change }) => change), future.map(({ change }) => change)];
  };

  test('says what was done, and says it again after undo and redo', async () => {
    const page = await setUp(small);
    await page.scope.setDocument(insertLayer(inHand(page), 0, 'Dropout'), {
      weights: 'carry',
      label: 'Added Dropout',
    });
    await page.scope.setDocument(removeLayer(inHand(page), 'dropout'), { weights: 'carry' });
    await page.scope.setDocument(trainable);
    await page.scope.reset({ seed: 9 });
    const all = ['Added Dropout', 'Removed dropout', 'Opened “Trainable”', 'New seed: 9'];
    expect(changes(page)).toEqual([all, []]);
    await page.scope.undo();
    await page.scope.undo();
    expect(changes(page)).toEqual([all.slice(0, 2), all.slice(2)]);
    await page.scope.redo();
    expect(changes(page)).toEqual([all.slice(0, 3), all.slice(3)]);
  });

  test.each([
    ['a label that is no text', { label: 7 }, 'type', 'label'],
    ['a label that is a book', { label: 'x'.repeat(201) }, 'range', 'label'],
    ['new names that are none', { weights: 'carry', renamed: 'conv' }, 'type', 'renamed'],
    [
      'a new name that is nobody’s',
      { weights: 'carry', renamed: { conv: 'x' } },
      'not-found',
      'renamed.conv',
    ],
  ])('%s is refused', async (_name, options, code, path) => {
    const page = await setUp(small);
    await expect(page.scope.setDocument(small, options as never)).rejects.toMatchObject({ code, path });
    expect(changes(page)).toEqual([[], []]);
  });
});
