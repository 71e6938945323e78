import { describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import type { KernelscopeError } from '../../src/base/errors.ts';
import { VERSION } from '../../src/scope/version.ts';
import { seenOf, setUp, small, trainable } from './setup.ts';

const noise = (size: number) => Array.from({ length: size }, (_, i) => Math.sin(i));

test('the scope is frozen and has the version of the package', async () => {
  const { scope } = await setUp();
  expect(Object.isFrozen(scope)).toBe(true);
  expect(scope.version).toBe(version);
  expect(VERSION).toBe(version);
});

describe('weights', () => {
  test('are read as copies; a layer without any gives none', async () => {
    const { scope } = await setUp(small);
    const [kernel, bias] = await scope.getWeights('conv');
    expect([kernel!.name, kernel!.shape, bias!.name, bias!.shape]).toEqual([
      'kernel',
      [3, 3, 1, 2],
      'bias',
      [2],
    ]);
    kernel!.data.fill(Number.NaN);
    expect((await scope.getWeights('conv'))[0]!.data.every(Number.isFinite)).toBe(true);
    expect(await scope.getWeights('flat')).toEqual([]);
    await expect(scope.getWeights('nowhere')).rejects.toMatchObject({
      code: 'not-found',
      path: 'layer',
      received: '"nowhere"',
    });
  });

  test('set, everything downstream follows', async () => {
    const { scope, stores } = await setUp(small);
    const given = [
      { name: 'kernel', shape: [3, 3, 1, 2], data: noise(18) },
      { name: 'bias', shape: [2], data: new Float64Array([1, -1]) },
    ];
    await scope.setWeights('conv', given);
    given[0]!.data[0] = 99;
    expect((await scope.getWeights('conv'))[1]!.data).toEqual(Float32Array.of(1, -1));
    expect(stores.trace.getState().provenance).toBe('set');
    const { terms, bias, pre_activation } = await scope.explain('conv', [1, 1, 0]);
    expect(terms.reduce((sum, { product }) => sum + product!, 0) + bias!).toBeCloseTo(pre_activation!, 5);
  });

  const kernel = { shape: [3, 3, 1, 2], data: noise(18) };
  const bias = { shape: [2], data: [0, 0] };
  test.each([
    ['an unknown layer', 'nowhere', [], 'not-found', 'layer'],
    ['no list', 'conv', 7, 'type', 'tensors'],
    ['too few', 'conv', [kernel], 'shape', 'tensors'],
    ['some for a layer without any', 'flat', [bias], 'shape', 'tensors'],
    ['a wrong shape', 'conv', [{ ...kernel, shape: [18] }, bias], 'shape', 'tensors[0].shape'],
    ['too few numbers', 'conv', [{ ...kernel, data: [1] }, bias], 'shape', 'tensors[0].data'],
    ['a wrong name', 'conv', [{ ...kernel, name: 'bias' }, bias], 'not-found', 'tensors[0].name'],
    ['NaN', 'conv', [kernel, { ...bias, data: [0, Number.NaN] }], 'range', 'tensors[1].data[1]'],
    [
      'more than a float holds',
      'conv',
      [kernel, { ...bias, data: [1e39, 0] }],
      'range',
      'tensors[1].data[0]',
    ],
    ['text', 'conv', [kernel, { ...bias, data: ['1', 0] }], 'type', 'tensors[1].data[0]'],
    ['no tensor', 'conv', [kernel, null], 'type', 'tensors[1]'],
    ['text as data', 'conv', [kernel, { ...bias, data: '00' }], 'type', 'tensors[1].data'],
  ])('%s: refused, nothing changes', async (_name, layer, tensors, code, path) => {
    const page = await setUp(small);
    const before = await seenOf(page);
    await expect(page.scope.setWeights(layer, tensors as never)).rejects.toMatchObject({ code, path });
    expect(await seenOf(page)).toEqual(before);
  });
});

describe('the probe', () => {
  test('is a sample, with its label, where the data set fits, else seeded noise', async () => {
    const { scope, stores } = await setUp();
    expect(stores.trace.getState().probe).toMatchObject({
      label: 7,
      source: { type: 'sample', split: 'test' },
    });
    await scope.setDocument(small);
    const noisy = (await scope.activations('input')).input!;
    expect(stores.trace.getState().probe.source).toEqual({ type: 'noise' });
    expect(new Set(noisy.data).size).toBeGreaterThan(30);
    await scope.setDocument(trainable);
    expect(stores.trace.getState().probe.source.type).toBe('sample');
    await scope.setDocument(small);
    expect((await scope.activations('input')).input).toEqual(noisy);
  });

  test('is set by hand and stays for the next document of its shape', async () => {
    const { scope, stores } = await setUp(small);
    const data = noise(36);
    await scope.setInput({ tensor: { shape: [6, 6, 1], data } });
    data[0] = 99;
    expect((await scope.activations('input')).input!.data[0]).toBe(0);
    await scope.setDocument({ ...small, seed: 4 });
    expect(stores.trace.getState().probe.source).toEqual({ type: 'tensor' });
  });

  test('is a sample of the data set', async () => {
    const { scope, stores } = await setUp();
    await scope.setInput({ split: 'train', index: 99 });
    expect(stores.trace.getState().probe).toMatchObject({
      label: 9,
      source: { type: 'sample', split: 'train', index: 99 },
    });
  });

  test.each([
    ['no input', undefined, 'type', 'input'],
    ['a wrong shape', { tensor: { shape: [6, 6], data: noise(36) } }, 'shape', 'tensor.shape'],
    [
      'NaN',
      { tensor: { shape: [28, 28, 1], data: noise(784).fill(Number.NaN, 5, 6) } },
      'range',
      'tensor.data[5]',
    ],
    ['an index that there is not', { split: 'test', index: 50 }, 'not-found', 'index'],
    ['a negative index', { split: 'test', index: -1 }, 'not-found', 'index'],
    ['no index', { split: 'test' }, 'type', 'index'],
    ['an unknown split', { split: 'all', index: 0 }, 'not-found', 'split'],
  ])('%s: refused, nothing changes', async (_name, input, code, path) => {
    const page = await setUp();
    const before = await seenOf(page);
    await expect(page.scope.setInput(input as never)).rejects.toMatchObject({ code, path });
    expect(await seenOf(page)).toEqual(before);
  });

  test('a sample is refused where the data set does not fit', async () => {
    const { scope } = await setUp(small);
    await expect(scope.setInput({ split: 'test', index: 0 })).rejects.toMatchObject({
      code: 'dataset-shape',
      path: 'model.input_shape',
      received: '[6, 6, 1]',
    });
  });
});

describe('activations and explanations', () => {
  test('are by layer, without the batch axis, and copies', async () => {
    const { scope } = await setUp(small);
    const all = await scope.activations();
    expect(Object.entries(all).map(([name, { shape }]) => [name, shape])).toEqual([
      ['conv', [4, 4, 2]],
      ['flat', [32]],
      ['out', [3]],
    ]);
    all.conv!.data.fill(9);
    expect((await scope.activations('conv')).conv!.data[0]).not.toBe(9);
    const { conv } = await scope.activations('conv', { pre: true });
    expect(conv!.data.some((value) => value < 0)).toBe(true);
    const { flat } = await scope.activations('flat', { pre: true });
    expect(flat).toEqual((await scope.activations('flat')).flat);
    await expect(scope.activations('nowhere')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('terms add up to the output', async () => {
    const { scope } = await setUp(small);
    const { out } = await scope.activations('out', { pre: true });
    const why = await scope.explain('out', [2]);
    const sum = why.terms.reduce((total, { product }) => total + product!, 0) + (why.bias ?? 0);
    expect(sum).toBeCloseTo(out!.data[2]!, 5);
  });

  test.each([
    ['nowhere', [0], 'not-found'],
    ['out', [3], 'not-found'],
    ['out', [-1], 'not-found'],
    ['out', [0, 0], 'not-found'],
    ['out', [0.5], 'not-found'],
    ['out', undefined, 'not-found'],
    ['out', '0', 'not-found'],
  ])('explain(%s, %s) is refused', async (layer, index, code) => {
    const { scope } = await setUp(small);
    await expect(scope.explain(layer, index as never)).rejects.toMatchObject({ code });
  });
});

describe('backends', () => {
  test('are named with their reason, and changed', async () => {
    const { scope } = await setUp();
    expect(scope.backend()).toMatchObject({ name: 'cpu', reason: 'only-one' });
    await scope.setBackend('wasm');
    expect(scope.backend()).toMatchObject({ name: 'wasm', reason: 'chosen' });
    await expect(scope.setBackend('webgl')).rejects.toMatchObject({ code: 'backend' });
    await expect(scope.setBackend('toString')).rejects.toMatchObject({ code: 'backend', path: 'name' });
    expect(scope.backend()).toMatchObject({ name: 'wasm' });
  });
});

describe('links', () => {
  test('open the same document; weights and view on request', async () => {
    const { scope, stores } = await setUp(trainable);
    const plain = await scope.shareUrl();
    expect(plain).toMatch(/^https:\/\/example\.org\/#k1=[\w-]+$/);
    expect(await scope.shareUrl({ weights: true })).toMatch(/^https:\/\/example\.org\/#k1=[\w-]+&w1=[\w-]+$/);
    stores.view.setState({ open: 'pool', cell: { layer: 'pool', index: [1, 1, 0] }, playing: false });
    expect(await scope.shareUrl()).toBe(plain);
    expect(await scope.shareUrl({ view: true })).not.toBe(plain);
    expect(scope.getDocument()).not.toHaveProperty('view');
  });
});

/** An object of a host page that throws at every touch. */
const unreadable = new Proxy(
  {},
  {
    ownKeys() {
      throw new Error('touched');
    },
    get() {
      throw new Error('touched');
    },
  },
);

describe('options', () => {
  test.each<[string, (scope: Awaited<ReturnType<typeof setUp>>['scope']) => unknown, string, string]>([
    ['a number', (scope) => scope.train(3 as never), 'type', 'options'],
    ['a list', (scope) => scope.reset([7] as never), 'type', 'options'],
    ['a misspelt key', (scope) => scope.train({ epoch: 3 } as never), 'unknown-key', 'epoch'],
    [
      'a misspelt key of a probe',
      (scope) => scope.setInput({ split: 'test', index: 0, at: 1 } as never),
      'unknown-key',
      'at',
    ],
    [
      'two probes at once',
      (scope) => scope.setInput({ tensor: { shape: [6, 6, 1], data: [] }, split: 'test', index: 0 } as never),
      'unknown-key',
      'split',
    ],
    ['what cannot be read', (scope) => scope.train(unreadable as never), 'type', 'options'],
    ['a backend that is no text', (scope) => scope.setBackend(unreadable as never), 'backend', 'name'],
    ['a switch that is none', (scope) => scope.shareUrl({ view: 1 } as never), 'type', 'view'],
    ['a switch that is text', (scope) => scope.activations('out', { pre: 'no' } as never), 'type', 'pre'],
  ])('%s is refused, nothing changes', async (_name, call, code, path) => {
    const page = await setUp();
    const before = await seenOf(page);
    const texts = { expected: expect.any(String), received: expect.any(String) };
    await expect(call(page.scope)).rejects.toMatchObject({ code, path, ...texts });
    expect(await seenOf(page)).toEqual(before);
  });

  test('errors say what is expected and what has come, also where only the code is known', async () => {
    const { scope } = await setUp(small);
    const said = (call: Promise<unknown>) =>
      call.then(
        () => 'served',
        ({ code, path, expected, received }: KernelscopeError) => [code, path, expected, received],
      );
    const none = ['not-compiled', 'compile', 'a document with "compile"', 'one without'];
    expect(await said(scope.train())).toEqual(none);
    expect(await said(scope.gradients())).toEqual(none);
    expect(await said(scope.setDocument('{'))).toEqual(['syntax', '', 'JSON', '"{"']);
    const long = 'batch'.repeat(1000);
    expect(() => scope.on(long as never, () => {})).toThrow(/^At event: expected ready, .{1,200}$/);
    expect(() => scope.on(unreadable as never, () => {})).toThrow('received an object');
  });

  test('may be left out, or be empty', async () => {
    const { scope } = await setUp();
    expect((await scope.train({})).epochs).toHaveLength(2);
    await scope.reset(undefined);
    await scope.reset(null as never);
    expect(scope.history().batches).toEqual([]);
  });
});
