import { digits, twoConvolutions } from './documents.ts';
import { expect, open, test } from './site.ts';

test('the calls of the scope answer as docs/api.md says', async ({ page }) => {
  await open(page);
  await page.evaluate((document) => window.kernelscope.setDocument(document), digits(twoConvolutions));
  const seen = await page.evaluate(async () => {
    const scope = window.kernelscope;
    const events: string[] = [];
    const off = [
      scope.on('trace', () => events.push('trace')),
      scope.on('batch', () => events.push('batch')),
    ];
    await scope.setInput({ split: 'test', index: 3 });
    const [kernel, bias] = await scope.getWeights('conv2d');
    const before = (await scope.activations('dense')).dense!;
    await scope.step('batch');
    const after = (await scope.activations('dense')).dense!;
    const pre = (await scope.activations('dense', { pre: true })).dense!;
    for (const stop of off) stop();
    await scope.step('batch');
    return {
      version: scope.version,
      summary: await scope.summary(),
      kernel: { name: kernel!.name, shape: kernel!.shape, typed: kernel!.data instanceof Float32Array },
      bias: { name: bias!.name, shape: bias!.shape },
      probabilities: before.data.reduce((sum, p) => sum + p, 0),
      moved: before.data.some((p, i) => p !== after.data[i]),
      preSum: pre.data.reduce((sum, p) => sum + p, 0),
      batches: (await scope.history()).batches.length,
      evaluation: await scope.evaluate({ split: 'test' }),
      events,
    };
  });
  expect(seen.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(seen.summary.map((row) => [row.name, row.output_shape, row.params])).toEqual([
    ['conv2d', [null, 26, 26, 8], 80],
    ['max_pooling2d', [null, 13, 13, 8], 0],
    ['conv2d_1', [null, 11, 11, 16], 1168],
    ['max_pooling2d_1', [null, 5, 5, 16], 0],
    ['flatten', [null, 400], 0],
    ['dense', [null, 10], 4010],
  ]);
  expect(seen.summary[3]!.receptive_field).toEqual([10, 10]);
  expect(seen.kernel).toEqual({ name: 'kernel', shape: [3, 3, 1, 8], typed: true });
  expect(seen.bias).toEqual({ name: 'bias', shape: [8] });
  expect(seen.probabilities).toBeCloseTo(1, 5);
  expect(seen.moved).toBe(true);
  expect(seen.preSum).not.toBeCloseTo(1, 2);
  expect(seen.batches).toBe(2);
  expect(seen.evaluation).toMatchObject({ loss: expect.any(Number), accuracy: expect.any(Number) });
  expect(seen.events.filter((event) => event === 'batch')).toHaveLength(1);
  expect(seen.events).toContain('trace');
});

test('the first example of every course gives the numbers of the books', async ({ page }) => {
  await open(page);
  const output = await page.evaluate(async () => {
    const scope = window.kernelscope;
    await scope.setDocument({
      kernelscope: 1,
      title: 'Five by five',
      seed: 1,
      dataset: { name: 'mnist' },
      model: {
        input_shape: [5, 5, 1],
        layers: [{ class_name: 'Conv2D', config: { filters: 1, kernel_size: 3 } }],
      },
    });
    await scope.setWeights('conv2d', [
      { shape: [3, 3, 1, 1], data: [1, 0, 1, 0, 1, 0, 1, 0, 1] },
      { shape: [1], data: [0] },
    ]);
    const data = [1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0];
    await scope.setInput({ tensor: { shape: [5, 5, 1], data } });
    return Array.from((await scope.activations('conv2d')).conv2d!.data);
  });
  expect(output).toEqual([4, 3, 4, 2, 4, 3, 2, 3, 4]);
});

const good = digits(twoConvolutions);
const dense = (units: unknown) =>
  digits([
    { class_name: 'Flatten', config: {} },
    { class_name: 'Dense', config: { units } as never },
  ]);
const refused: readonly (readonly [string, unknown])[] = [
  ['an unknown key', { ...good, color: 'red' }],
  ['a wrong type', { ...good, seed: 'seven' }],
  ['not an object', 7],
  ['nothing', null],
  ['NaN', dense(Number.NaN)],
  ['Infinity', dense(Number.POSITIVE_INFINITY)],
  ['a negative size', dense(-3)],
  ['a fraction of a unit', dense(1.5)],
  [
    '50,000 x 50,000',
    digits([
      { class_name: 'Flatten', config: {} },
      ...[1, 2].map(() => ({ class_name: 'Dense', config: { units: 50_000 } })),
    ]),
  ],
  ['5,000 layers', digits(Array.from({ length: 5000 }, () => ({ class_name: 'ReLU', config: {} })))],
  ['an unknown layer', digits([{ class_name: 'Teleport', config: {} }])],
  [
    'a kernel larger than its input',
    digits([{ class_name: 'Conv2D', config: { filters: 1, kernel_size: 99 } }]),
  ],
  [
    'stride and dilation together',
    digits([{ class_name: 'Conv2D', config: { filters: 1, kernel_size: 3, strides: 2, dilation_rate: 2 } }]),
  ],
  ['a __proto__ key', JSON.parse('{"kernelscope":1,"title":"","seed":1,"__proto__":{"polluted":true}}')],
];

test('bad documents are refused with a sentence, and the scope is as it was', async ({ page }) => {
  await open(page);
  await page.evaluate((document) => window.kernelscope.setDocument(document), good);
  const before = await page.evaluate(async () => ({
    document: JSON.stringify(await window.kernelscope.getDocument()),
    dense: Array.from((await window.kernelscope.activations('dense')).dense!.data),
  }));
  for (const [name, document] of refused) {
    const error = await page.evaluate(
      (value) =>
        window.kernelscope.setDocument(value).then(
          () => undefined,
          ({ code, message }: { code: string; message: string }) => ({ code, message }),
        ),
      document,
    );
    expect(error, name).toBeDefined();
    expect(error!.code, name).toMatch(/^[a-z-]+$/);
    expect(error!.message, name).toMatch(/^[A-Z“"'`].{10,}/);
  }
  const after = await page.evaluate(async () => ({
    document: JSON.stringify(await window.kernelscope.getDocument()),
    dense: Array.from((await window.kernelscope.activations('dense')).dense!.data),
    polluted: 'polluted' in {},
  }));
  expect(after).toEqual({ ...before, polluted: false });
});

test('200 layers open', async ({ page }) => {
  await open(page);
  const rows = await page.evaluate(async () => {
    const layers = Array.from({ length: 200 }, () => ({
      class_name: 'Conv2D',
      config: { filters: 2, kernel_size: 3, padding: 'same', activation: 'relu' },
    }));
    await window.kernelscope.setDocument({
      kernelscope: 1,
      title: 'Deep',
      seed: 1,
      dataset: { name: 'mnist' },
      model: { input_shape: [28, 28, 1], layers },
    });
    return (await window.kernelscope.summary()).length;
  });
  expect(rows).toBe(200);
});

test('calls that cannot be served reject and none hangs', async ({ page }) => {
  await open(page);
  await page.evaluate((document) => window.kernelscope.setDocument(document), good);
  const codes = await page.evaluate(async () => {
    const scope = window.kernelscope;
    const code = async (call: () => unknown) => {
      try {
        await call();
        return 'served';
      } catch (error) {
        return (error as { code?: string }).code ?? String(error);
      }
    };
    return [
      await code(() => scope.getWeights('nowhere')),
      await code(() => scope.explain('conv2d', [99, 0, 0])),
      await code(() => scope.explain('conv2d', [0, 0])),
      await code(() => scope.setInput({ tensor: { shape: [3, 3, 1], data: new Array(9).fill(0) } })),
      await code(() => scope.setInput({ split: 'test', index: -1 })),
      await code(() => scope.setWeights('conv2d', [{ shape: [1], data: [0] }])),
      await code(() => scope.setBackend('abacus')),
      await code(() => scope.on('never' as 'ready', () => undefined)),
      await code(() => scope.train({ epochs: 0 })),
    ];
  });
  for (const code of codes) expect(code).toMatch(/^(?!served)[a-z-]+$/);
});

test('a run is paused, continued and reset', async ({ page }) => {
  await open(page);
  await page.evaluate(
    (document) => window.kernelscope.setDocument(document),
    digits(twoConvolutions, { train: 1000 }),
  );
  const seen = await page.evaluate(async () => {
    const scope = window.kernelscope;
    const fresh = (await scope.getWeights('dense'))[0]!.data;
    const ended = scope.train({ epochs: 5 });
    await new Promise<void>((resolve) => {
      const off = scope.on('batch', ({ step }) => {
        if (step < 5) return;
        off();
        resolve();
      });
    });
    await scope.pause();
    const paused = await ended;
    const continued = await scope.step('epoch');
    await scope.reset();
    const reset = (await scope.getWeights('dense'))[0]!.data;
    await scope.reset({ seed: 99 });
    const other = (await scope.getWeights('dense'))[0]!.data;
    return {
      paused: { stopped: paused.stopped, batches: paused.batches.length },
      steps: continued.batches.map(({ step }) => step),
      epochs: continued.epochs.length,
      sameAgain: fresh.every((weight, i) => weight === reset[i]),
      otherSeed: fresh.some((weight, i) => weight !== other[i]),
      history: (await scope.history()).batches.length,
    };
  });
  expect(seen.paused.stopped).toBe('paused');
  expect(seen.paused.batches).toBeGreaterThanOrEqual(5);
  expect(seen.paused.batches).toBeLessThan(32 * 5);
  expect(seen.steps).toEqual(seen.steps.map((_, i) => i + 1));
  expect(seen.epochs).toBe(1);
  expect(seen.sameAgain).toBe(true);
  expect(seen.otherSeed).toBe(true);
  expect(seen.history).toBe(0);
});

test('a loss that is not finite stops the run and keeps finite weights', async ({ page }) => {
  await open(page);
  const document = digits(twoConvolutions);
  const wild = {
    ...document,
    compile: { ...document.compile, optimizer: { class_name: 'SGD', config: { learning_rate: 1e30 } } },
  };
  const seen = await page.evaluate(async (value) => {
    const scope = window.kernelscope;
    await scope.setDocument(value);
    const history = await scope
      .train({ epochs: 3 })
      .catch((error: { code: string }) => ({ stopped: error.code }));
    const weights = await Promise.all(['conv2d', 'dense'].map((layer) => scope.getWeights(layer)));
    return {
      stopped: history.stopped,
      finite: weights.flat().every(({ data }) => data.every((weight) => Number.isFinite(weight))),
    };
  }, wild);
  expect(seen).toEqual({ stopped: 'not-finite', finite: true });
});
