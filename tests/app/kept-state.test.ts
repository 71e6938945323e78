import { afterEach, expect, test } from 'vitest';
import { boot } from '../../src/app/boot.ts';
import { FakeEngine } from '../scope/fake-engine.ts';
import { small } from '../scope/setup.ts';
import { fakeWindow } from './fake-window.ts';

const apps: ReturnType<typeof boot>[] = [];

afterEach(() => {
  for (const app of apps.splice(0)) app.destroy();
});

async function start(...parts: Parameters<typeof fakeWindow>) {
  const page = fakeWindow(...parts);
  const app = boot(page.window, () => new FakeEngine());
  apps.push(app);
  await app.scope.ready;
  return { ...page, ...app };
}

/** A tab with a document, weights and a view of its own, as it is left. */
async function left(options: Parameters<typeof fakeWindow>[1] = {}) {
  const tab = await start('', options);
  await tab.scope.setDocument({ ...small, title: 'Mine' });
  const [layer] = tab.stores.document.getState().network.layers.filter(({ weights }) => weights.length > 0);
  const tensors = (await tab.scope.getWeights(layer!.name)).map((weight) => ({
    ...weight,
    data: weight.data.map((_, at) => at / 7),
  }));
  await tab.scope.setWeights(layer!.name, tensors);
  tab.stores.view.setState({ open: layer!.name, playing: false, speed: 3 });
  tab.leave();
  return { ...tab, layer: layer!.name, tensors };
}

test('a reload brings back document, weights, where they came from, and the view', async () => {
  const { session, layer, tensors } = await left();
  const { scope, stores } = await start('', { session, navigation: 'reload' });
  expect(scope.getDocument()).toMatchObject({ title: 'Mine' });
  expect(await scope.getWeights(layer)).toEqual(tensors);
  expect(stores.trace.getState().provenance).toBe('set');
  expect(stores.view.getState()).toMatchObject({ open: layer, playing: false, speed: 3 });
});

test('a reload keeps the way back to the weights from before those changed by hand', async () => {
  const tab = await start();
  await tab.scope.setDocument(small);
  const names = ['conv', 'out'];
  const weights = (scope: typeof tab.scope) => Promise.all(names.map((name) => scope.getWeights(name)));
  const before = await weights(tab.scope);
  await tab.scope.editWeights('out', [{ weight: 'bias', index: [0], value: 5 }]);
  const edited = await weights(tab.scope);
  tab.leave();
  // Only the layer that was changed is kept twice.
  expect(JSON.parse([...tab.session.values()][0]!).before.weights).toHaveLength(1);

  const reloaded = await start('', { session: tab.session, navigation: 'reload' });
  expect(await weights(reloaded.scope)).toEqual(edited);
  await reloaded.scope.undo();
  expect(await weights(reloaded.scope)).toEqual(before);
  await reloaded.scope.redo();
  expect(await weights(reloaded.scope)).toEqual(edited);
  await reloaded.scope.restoreWeights();
  expect(await weights(reloaded.scope)).toEqual(before);
  expect(reloaded.stores.trace.getState().provenance).toBe('fresh');
});

test('where the storage has no room for both, the weights in hand are kept', async () => {
  const tab = await start('', { room: 1700 });
  await tab.scope.setDocument(small);
  await tab.scope.editWeights('out', [{ weight: 'bias', index: [0], value: 5 }]);
  const edited = await tab.scope.getWeights('out');
  tab.leave();
  const reloaded = await start('', { session: tab.session, navigation: 'reload' });
  expect(await reloaded.scope.getWeights('out')).toEqual(edited);
  expect(await reloaded.scope.restoreWeights()).toBe(false);
});

test('who comes by a link or another address gets what the address says', async () => {
  const { session } = await left();
  const fresh = await start('', { session });
  expect(fresh.scope.getDocument()).toMatchObject({ title: 'Digits' });
  const elsewhere = await start('#other', { session, navigation: 'reload' });
  expect(elsewhere.scope.getDocument()).toMatchObject({ title: 'Digits' });
});

test('weights that are too many for the storage are left out; the rest is kept', async () => {
  const { session, layer, tensors } = await left({ room: 900 });
  const { scope } = await start('', { session, navigation: 'reload' });
  expect(scope.getDocument()).toMatchObject({ title: 'Mine' });
  expect(await scope.getWeights(layer)).not.toEqual(tensors);
});

test.each([
  ['damaged', '{"version":1,'],
  ['of another version', JSON.stringify({ version: 99, fragment: '', document: {} })],
  ['not a document', JSON.stringify({ version: 1, fragment: '', document: { kernelscope: 7 } })],
  [
    'weights of other shapes',
    JSON.stringify({
      version: 1,
      fragment: '',
      document: small,
      weights: [['conv2d', [['kernel', [1], 'AAAAAA']]]],
      provenance: 'trained',
      view: {},
    }),
  ],
])('what was kept is passed over where it is %s', async (_, kept) => {
  const { scope } = await start('', {
    session: new Map([['kernelscope.kept', kept]]),
    navigation: 'reload',
  });
  expect(scope.getDocument()).toMatchObject({ title: 'Digits' });
});

test('where the browser denies storage, leaving and coming back is as a first visit', async () => {
  await left({ storage: false });
  const { scope } = await start('', { storage: false, navigation: 'reload' });
  expect(scope.getDocument()).toMatchObject({ title: 'Digits' });
});
