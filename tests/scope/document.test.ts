import { describe, expect, test } from 'vitest';
import { digits } from '../../src/model/examples/digits.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import { EXAMPLES, openExample } from '../../src/scope/examples.ts';
import { seenOf, setUp, small, trainable } from './setup.ts';

describe('setDocument', () => {
  test('resolves once the model is built and traced, with fresh weights', async () => {
    const { scope, stores } = await setUp();
    await scope.setDocument(small);
    expect(scope.getDocument()).toMatchObject({ title: 'Small', seed: 3 });
    expect(stores.trace.getState().provenance).toBe('fresh');
    const weights = initialWeights(admit(small).network, 3).get('conv')!;
    expect(await scope.getWeights('conv')).toEqual(weights);
    expect(Object.keys(await scope.activations())).toEqual(['conv', 'flat', 'out']);
  });

  test('the same document gives the same weights again', async () => {
    const { scope } = await setUp(small);
    const first = await scope.getWeights('out');
    await scope.setWeights(
      'out',
      first.map((weight) => ({ ...weight, data: weight.data.map((v) => v + 1) })),
    );
    await scope.setDocument(small);
    expect(await scope.getWeights('out')).toEqual(first);
  });

  test.each([
    ['no object', 7, 'type', ''],
    ['a later version', { ...small, kernelscope: 99 }, 'version', 'kernelscope'],
    ['an unknown key', { ...small, colour: 1 }, 'unknown-key', 'colour'],
    ['no seed of the right type', { ...small, seed: 'x' }, 'type', 'seed'],
  ])('%s is refused, and nothing changes', async (_name, document, code, path) => {
    const page = await setUp(small);
    const before = await seenOf(page);
    await expect(page.scope.setDocument(document)).rejects.toMatchObject({ code });
    const error = await page.scope.setDocument(document).catch((e: { path: string; message: string }) => e);
    expect((error as { path?: string }).path ?? '').toContain(path);
    expect((error as unknown as Error).message).toMatch(/^[A-Z].*\.$/);
    expect(await seenOf(page)).toEqual(before);
  });

  test('a build that fails changes nothing', async () => {
    const page = await setUp(small);
    const before = await seenOf(page);
    page.engine.failing.set('build', new Error('out of memory'));
    await expect(page.scope.setDocument(trainable)).rejects.toMatchObject({ code: 'engine' });
    expect(await seenOf(page)).toEqual(before);
    await page.scope.setDocument(trainable);
    expect(page.scope.getDocument()).toMatchObject({ title: 'Trainable' });
  });

  test('calls one after another are served in their order, none in between', async () => {
    const { scope, engine } = await setUp();
    const titles: string[] = [];
    scope.on('document', (document) => titles.push((document as { title: string }).title));
    engine.calls.length = 0;
    const results = await Promise.allSettled([
      scope.setDocument({ ...small, title: 'A' }),
      scope.setDocument({ ...small, title: 'B', seed: -1 }),
      scope.activations('conv'),
      scope.setDocument({ ...small, title: 'C' }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(titles).toEqual(['A', 'C']);
    expect(engine.calls.filter((call) => call === 'build')).toHaveLength(2);
  });

  test('what the caller does to the document afterwards has no effect', async () => {
    const { scope } = await setUp();
    const mutable = structuredClone(small);
    const set = scope.setDocument(mutable);
    mutable.title = 'Changed';
    await set;
    expect(scope.getDocument()).toMatchObject({ title: 'Small' });
    (scope.getDocument() as { title: string }).title = 'Changed';
    expect(scope.getDocument()).toMatchObject({ title: 'Small' });
  });

  test('brings weights and probe along, or keeps those in hand', async () => {
    const { scope, stores } = await setUp(small);
    const weights = {
      conv: (await scope.getWeights('conv')).map(({ shape, data }) => ({ shape, data: data.map(() => 0.5) })),
      out: await scope.getWeights('out'),
    };
    const data = Array.from({ length: 36 }, (_, i) => i);
    await scope.setDocument(small, { weights, input: { tensor: { shape: [6, 6, 1], data } } });
    expect(stores.trace.getState().provenance).toBe('set');
    expect((await scope.activations('input')).input!.data).toEqual(Float32Array.from(data));
    expect((await scope.getWeights('conv'))[0]!.data[0]).toBe(0.5);
    await scope.setDocument({ ...small, title: 'Kept' }, { weights: 'keep' });
    expect((await scope.getWeights('conv'))[0]!.data[0]).toBe(0.5);
    await expect(scope.setDocument(trainable, { weights: 'keep' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(scope.setDocument(small, { weights: { conv: weights.conv } })).rejects.toMatchObject({
      code: 'shape',
      path: 'weights.out',
    });
    expect(scope.getDocument()).toMatchObject({ title: 'Kept' });
  });

  test('the default document opens with the shipped weights, any other fresh', async () => {
    const { network } = admit(digits);
    const trained = initialWeights(network, 99);
    const shipped = async () => trained;
    const { scope, stores } = await setUp(digits, { shipped });
    expect(stores.trace.getState().provenance).toBe('shipped');
    expect((await scope.getWeights('dense'))[0]!.data).toEqual(trained.get('dense')![0]!.data);
    await scope.setDocument({ ...digits, seed: 8 });
    expect(stores.trace.getState().provenance).toBe('fresh');
    await scope.setDocument(digits);
    expect(stores.trace.getState().provenance).toBe('shipped');
    await scope.reset();
    expect(stores.trace.getState().provenance).toBe('fresh');
    expect((await scope.getWeights('dense'))[0]!.data).toEqual(
      initialWeights(network, 7).get('dense')![0]!.data,
    );
  });

  test('without the shipped weights the default document opens fresh', async () => {
    const shipped = () => Promise.reject(new Error('offline'));
    const { stores } = await setUp(digits, { shipped });
    expect(stores.trace.getState()).toMatchObject({ provenance: 'fresh' });
    expect(stores.status.getState()).toMatchObject({ phase: 'ready', error: undefined });
  });

  test('a view opens its layer and cell; what no longer exists is closed', async () => {
    const { scope, stores } = await setUp(small);
    const focus = { layer: 'conv', index: [1, 2, 1] };
    await scope.setDocument({ ...small, view: { focus, playing: false } });
    expect(stores.view.getState()).toMatchObject({ open: 'conv', cell: focus, playing: false });
    await scope.setDocument(trainable);
    expect(stores.view.getState()).toMatchObject({ open: undefined, cell: undefined, playing: false });
  });
});

describe('undo and redo', () => {
  test('move between documents, hovers left alone', async () => {
    const { scope, stores } = await setUp(small);
    expect(await scope.undo()).toBe(false);
    await scope.setDocument({ ...small, title: 'B' });
    stores.view.setState({ hover: { layer: 'conv', index: [0, 0, 0] } });
    await scope.setDocument({ ...small, title: 'C' });
    expect(await scope.undo()).toBe(true);
    expect(scope.getDocument()).toMatchObject({ title: 'B' });
    expect(await scope.undo()).toBe(true);
    expect(await scope.undo()).toBe(false);
    expect(scope.getDocument()).toMatchObject({ title: 'Small' });
    expect(await scope.redo()).toBe(true);
    expect(await scope.redo()).toBe(true);
    expect(await scope.redo()).toBe(false);
    expect(scope.getDocument()).toMatchObject({ title: 'C' });
    await scope.undo();
    await scope.setDocument({ ...small, title: 'D' });
    expect(await scope.redo()).toBe(false);
  });

  test('a failed undo keeps its place', async () => {
    const { scope, engine } = await setUp(small);
    await scope.setDocument({ ...small, title: 'B' });
    engine.failing.set('build', new Error('no memory'));
    await expect(scope.undo()).rejects.toMatchObject({ code: 'engine' });
    expect(scope.getDocument()).toMatchObject({ title: 'B' });
    expect(await scope.undo()).toBe(true);
  });
});

test('summary has a row a layer', async () => {
  const { scope } = await setUp(small);
  expect(scope.summary()).toEqual([
    {
      name: 'conv',
      class_name: 'Conv2D',
      output_shape: [null, 4, 4, 2],
      params: 20,
      trainable_params: 20,
      macs: 288,
      receptive_field: [3, 3],
    },
    expect.objectContaining({ name: 'flat', output_shape: [null, 32], params: 0, macs: 0 }),
    expect.objectContaining({ name: 'out', output_shape: [null, 3], params: 99, macs: 96 }),
  ]);
});

describe('examples', () => {
  test('the first convolution gives 4 3 4 / 2 4 3 / 2 3 4', async () => {
    const { scope } = await setUp();
    await openExample(scope, EXAMPLES.find(({ id }) => id === 'first-convolution')!);
    expect([...(await scope.activations('conv2d')).conv2d!.data]).toEqual([4, 3, 4, 2, 4, 3, 2, 3, 4]);
  });

  test.each(EXAMPLES)('$id opens and explains its focus', async (example) => {
    const { scope, stores } = await setUp();
    await openExample(scope, example);
    expect(scope.getDocument()).toMatchObject({ title: example.document.title });
    const { cell } = stores.view.getState();
    if (cell) expect((await scope.explain(cell.layer, cell.index)).terms.length).toBeGreaterThan(0);
  });
});
