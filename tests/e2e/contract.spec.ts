import { page as text } from '../../src/text/page.ts';
import { digits, randomModel, twoConvolutions, withDropout } from './documents.ts';
import { expect, open, siteUrl, test, whenReady } from './site.ts';

// The promises of docs/api.md, one by one, as somebody from outside would lean on them.

/** Every layer kind in one model that takes the digits. */
const everyKind = digits([
  { class_name: 'Conv2D', config: { filters: 3, kernel_size: 3, strides: 2, padding: 'same' } },
  { class_name: 'Activation', config: { activation: 'tanh' } },
  { class_name: 'MaxPooling2D', config: {} },
  {
    class_name: 'Conv2D',
    config: { filters: 4, kernel_size: [2, 3], dilation_rate: 2, activation: 'relu', use_bias: false },
  },
  { class_name: 'ReLU', config: { negative_slope: 0.1, max_value: 6 } },
  { class_name: 'AveragePooling2D', config: { pool_size: 2, strides: 1, padding: 'same' } },
  { class_name: 'GlobalAveragePooling2D', config: { keepdims: true } },
  { class_name: 'Dropout', config: { rate: 0.5 } },
  { class_name: 'GlobalMaxPooling2D', config: {} },
  { class_name: 'Flatten', config: {} },
  { class_name: 'Dense', config: { units: 10, activation: 'softmax' } },
]);

test('calls made before the scope is ready are served', async ({ page }) => {
  await page.goto(siteUrl(), { waitUntil: 'commit' });
  await page.waitForFunction(() => 'kernelscope' in window);
  const seen = await page.evaluate(async (document) => {
    const scope = window.kernelscope;
    let isReady = false;
    void scope.ready.then(() => {
      isReady = true;
    });
    const early = !isReady;
    const set = scope.setDocument(document);
    const [, activations, explained, history] = await Promise.all([
      set,
      scope.activations('dense'),
      scope.explain('dense', [0]),
      scope.step('batch'),
      scope.ready,
    ]);
    return {
      early,
      layers: (await scope.summary()).length,
      units: activations.dense!.shape,
      terms: explained.terms.length,
      batches: history.batches.length,
    };
  }, digits(withDropout));
  expect(seen).toMatchObject({ early: true, layers: 5, units: [10], batches: 1 });
  expect(seen.terms).toBe(7 * 7 * 4);
});

test('every layer kind is summed up, traced, and explained to the number', async ({ page }) => {
  await open(page);
  const seen = await page.evaluate(async (document) => {
    const scope = window.kernelscope;
    await scope.setDocument(document);
    const output = await scope.activations();
    const pre = await scope.activations(undefined, { pre: true });
    const rows = await scope.summary();
    const wrong: string[] = [];
    const ops: Record<string, string> = {};
    for (const { name, class_name, output_shape } of rows) {
      const shape = output_shape.slice(1) as number[];
      const index = shape.map((size) => Math.floor(size / 2));
      const flat = index.reduce((at, cell, axis) => at * shape[axis]! + cell, 0);
      const why = await scope.explain(name, index);
      ops[class_name] = why.op;
      const values = why.terms.map(({ product, input }) => product ?? input);
      const sum = values.reduce((total, value) => total + value, why.bias ?? 0);
      const combined = why.op === 'max_pool' ? Math.max(...values) : sum;
      const near = (a: number, b: number) => Math.abs(a - b) < 1e-5;
      if (!near(combined, pre[name]!.data[flat]!)) wrong.push(`${name}: terms make ${combined}`);
      if (!near(why.output, output[name]!.data[flat]!)) wrong.push(`${name}: output ${why.output}`);
      if (why.terms.length === 0) wrong.push(`${name}: no terms`);
    }
    return {
      wrong,
      ops,
      shapes: rows.map(({ name, output_shape }) => [name, output_shape]),
      params: rows.map(({ params }) => params),
      trainable: rows.map(({ trainable_params }) => trainable_params),
      macs: rows.map(({ macs }) => macs),
      typed: Object.values(output).every(({ data }) => data instanceof Float32Array),
      keys: Object.keys(output),
      one: Object.keys(await scope.activations('flatten')),
      probe: (await scope.activations('input')).input!.shape,
      pre: {
        conv: pre.conv2d!.data.every((value, i) => value === output.conv2d!.data[i]),
        relu: output.conv2d_1!.data.every((value, i) => value === Math.max(0, pre.conv2d_1!.data[i]!)),
        pool: pre.max_pooling2d!.data.every((value, i) => value === output.max_pooling2d!.data[i]),
      },
    };
  }, everyKind);
  expect(seen.wrong).toEqual([]);
  expect(seen.ops).toEqual({
    Conv2D: 'conv',
    Activation: 'activation',
    MaxPooling2D: 'max_pool',
    ReLU: 'activation',
    AveragePooling2D: 'average_pool',
    GlobalAveragePooling2D: 'average_pool',
    Dropout: 'identity',
    GlobalMaxPooling2D: 'max_pool',
    Flatten: 'identity',
    Dense: 'dense',
  });
  expect(seen.shapes).toEqual([
    ['conv2d', [null, 14, 14, 3]],
    ['activation', [null, 14, 14, 3]],
    ['max_pooling2d', [null, 7, 7, 3]],
    ['conv2d_1', [null, 5, 3, 4]],
    ['re_lu', [null, 5, 3, 4]],
    ['average_pooling2d', [null, 5, 3, 4]],
    ['global_average_pooling2d', [null, 1, 1, 4]],
    ['dropout', [null, 1, 1, 4]],
    ['global_max_pooling2d', [null, 4]],
    ['flatten', [null, 4]],
    ['dense', [null, 10]],
  ]);
  expect(seen.params).toEqual([30, 0, 0, 72, 0, 0, 0, 0, 0, 0, 50]);
  expect(seen.trainable).toEqual(seen.params);
  expect(seen.macs.filter((macs) => macs > 0)).toEqual([14 * 14 * 3 * 9, 5 * 3 * 4 * 6 * 3, 40]);
  expect(seen.typed).toBe(true);
  expect(seen.keys).toEqual(seen.shapes.map(([name]) => name));
  expect(seen.one).toEqual(['flatten']);
  expect(seen.probe).toEqual([28, 28, 1]);
  expect(seen.pre).toEqual({ conv: true, relu: true, pool: true });
});

/** Calls with wrong arguments, as source text: the scope's method, what it is given, and the code and path of the error. */
const wrong: readonly (readonly [call: string, code: string, path: string])[] = [
  ['setDocument()', 'type', ''],
  ['setDocument("{")', 'syntax', ''],
  ['setDocument(document, 7)', 'type', 'options'],
  ['setDocument(document, { weight: {} })', 'unknown-key', 'weight'],
  ['setDocument(document, { weights: { nowhere: [] } })', 'not-found', 'weights.nowhere'],
  ['setDocument(document, { input: { split: "test", index: 1e9 } })', 'not-found', 'index'],
  ['setDocument({ ...document, kernelscope: 2 })', 'version', 'kernelscope'],
  [
    'setDocument({ ...document, view: { focus: { layer: "x", index: [0] } } })',
    'not-found',
    'view.focus.layer',
  ],
  ['getWeights()', 'not-found', 'layer'],
  ['getWeights("input")', 'not-found', 'layer'],
  ['getWeights("toString")', 'not-found', 'layer'],
  ['setWeights("conv2d")', 'type', 'tensors'],
  ['setWeights("conv2d", [])', 'shape', 'tensors'],
  ['setWeights("flatten", [{ shape: [1], data: [0] }])', 'shape', 'tensors'],
  [
    'setWeights("dense", [{ shape: [196, 10], data: new Array(1960).fill(0) }, { shape: [10], data: "0" }])',
    'type',
    'tensors[1].data',
  ],
  [
    'setWeights("dense", [{ shape: [196, 10], data: new Float32Array(1960).fill(NaN) }, { shape: [10], data: new Array(10) }])',
    'range',
    'tensors[0].data[0]',
  ],
  ['setInput()', 'type', 'input'],
  ['setInput({ tensor: { shape: [28, 28], data: new Array(784).fill(0) } })', 'shape', 'tensor.shape'],
  ['setInput({ tensor: { shape: [28, 28, 1], data: [0] } })', 'shape', 'tensor.data'],
  [
    'setInput({ tensor: { shape: [28, 28, 1], data: new Array(784).fill(Infinity) } })',
    'range',
    'tensor.data[0]',
  ],
  ['setInput({ split: "test", index: 0.5 })', 'not-found', 'index'],
  ['setInput({ split: "all", index: 0 })', 'not-found', 'split'],
  ['activations("nowhere")', 'not-found', 'layer'],
  ['activations(7)', 'not-found', 'layer'],
  ['activations("dense", { pre: 1 })', 'type', 'pre'],
  ['explain()', 'not-found', 'layer'],
  ['explain("conv2d")', 'not-found', 'index'],
  ['explain("conv2d", [0, 0])', 'not-found', 'index'],
  ['explain("conv2d", [0, 0, 0, 0])', 'not-found', 'index'],
  ['explain("conv2d", [0, 0, 99])', 'not-found', 'index'],
  ['explain("conv2d", [-1, 0, 0])', 'not-found', 'index'],
  ['explain("conv2d", ["0", 0, 0])', 'not-found', 'index'],
  ['evaluate()', 'not-found', 'split'],
  ['evaluate("test")', 'type', 'options'],
  ['train(3)', 'type', 'options'],
  ['train({ epoch: 3 })', 'unknown-key', 'epoch'],
  ['train({ epochs: 0 })', 'range', 'epochs'],
  ['train({ epochs: 1.5 })', 'range', 'epochs'],
  ['train({ epochs: Infinity })', 'range', 'epochs'],
  ['train({ epochs: "1" })', 'type', 'epochs'],
  ['step()', 'range', 'unit'],
  ['step("run")', 'range', 'unit'],
  ['reset({ seed: -1 })', 'range', 'seed'],
  ['reset({ seed: "7" })', 'type', 'seed'],
  ['reset(7)', 'type', 'options'],
  ['shareUrl({ weights: "yes" })', 'type', 'weights'],
  ['setBackend()', 'backend', 'name'],
  ['setBackend("webgpu")', 'backend', 'name'],
  ['on("never", () => 0)', 'not-found', 'event'],
  ['on("batch")', 'type', 'handler'],
];

test('wrong arguments are refused with code, path and a sentence, and nothing changes', async ({ page }) => {
  await open(page);
  await page.evaluate(async (document) => {
    await window.kernelscope.setDocument(document);
    await window.kernelscope.step('batch');
  }, digits(withDropout));
  const seen = () =>
    page.evaluate(async () => {
      const scope = window.kernelscope;
      return JSON.stringify([
        await scope.getDocument(),
        await scope.summary(),
        await scope.history(),
        await scope.activations(),
        await scope.getWeights('conv2d'),
        await scope.backend(),
        await scope.shareUrl(),
      ]);
    });
  const before = await seen();
  const answers = await page.evaluate<(Refusal | string)[]>(`(async () => {
    const document = await kernelscope.getDocument();
    const answers = [];
    for (const call of [${wrong.map(([call]) => `() => kernelscope.${call}`).join()}]) {
      try {
        await call();
        answers.push('served');
      } catch (error) {
        const { code, path, expected, received, message } = error;
        answers.push({ code, path, expected, received, message, isError: error instanceof Error });
      }
    }
    return answers;
  })()`);
  expect(answers.map((answer, i) => [wrong[i]![0], codeOf(answer)])).toEqual(
    wrong.map(([call, code]) => [call, code]),
  );
  for (const [i, [call, , path]] of wrong.entries()) {
    const answer = answers[i] as Refusal;
    expect(answer.path ?? '', call).toBe(path);
    expect(answer.isError, call).toBe(true);
    expect(answer.message, call).toMatch(/^[A-Z].{10,}\.$/s);
    expect(answer.expected ?? answer.received, call).toMatch(/./);
  }
  expect(await seen()).toBe(before);
});

interface Refusal {
  readonly code: string;
  readonly path?: string;
  readonly expected?: string;
  readonly received?: string;
  readonly message: string;
  readonly isError: boolean;
}

function codeOf(answer: Refusal | string): string {
  return typeof answer === 'string' ? answer : answer.code;
}

test('numbers are taken as plain arrays, and handed out as copies', async ({ page }) => {
  await open(page);
  const seen = await page.evaluate(async (document) => {
    const scope = window.kernelscope;
    // A document may come as text.
    await scope.setDocument(JSON.stringify(document));
    const kernel = Array.from({ length: 1960 }, (_, i) => Math.sin(i) / 10);
    const bias = Array.from({ length: 10 }, (_, i) => i / 10);
    await scope.setWeights('dense', [
      { shape: [196, 10], data: kernel },
      { shape: [10], data: bias },
    ]);
    const data = Array.from({ length: 784 }, (_, i) => (i % 5) / 4);
    await scope.setInput({ tensor: { shape: [28, 28, 1], data } });
    kernel.fill(9);
    data.fill(9);
    const all = async () =>
      JSON.stringify([
        (await scope.getWeights('dense')).map(({ data }) => [...data]),
        [...(await scope.activations('dense')).dense!.data],
        [...(await scope.activations('input')).input!.data.slice(0, 9)],
        await scope.getDocument(),
        await scope.summary(),
        await scope.history(),
        await scope.explain('dense', [1]),
      ]);
    const before = await all();
    // Whatever comes back can be scribbled over.
    const ruin = (value: unknown): void => {
      if (ArrayBuffer.isView(value)) (value as Float32Array).fill(7);
      else if (typeof value === 'object' && value !== null) {
        for (const key of Object.keys(value)) {
          ruin(Reflect.get(value, key));
          Reflect.set(value, key, 7);
        }
      }
    };
    ruin(await scope.getWeights('dense'));
    ruin(await scope.activations());
    ruin(await scope.activations('input'));
    ruin(await scope.getDocument());
    ruin(await scope.summary());
    ruin(await scope.history());
    ruin(await scope.backend());
    ruin(await scope.explain('dense', [1]));
    const names = (await scope.getWeights('dense')).map(({ name, shape }) => [name, shape]);
    return { before, after: await all(), names, bias: [...(await scope.getWeights('dense'))[1]!.data] };
  }, digits(withDropout));
  expect(seen.after).toBe(seen.before);
  expect(seen.names).toEqual([
    ['kernel', [196, 10]],
    ['bias', [10]],
  ]);
  expect(seen.bias[9]).toBeCloseTo(0.9, 6);
});

test('documents given at once follow each other; one during a run ends it', async ({ page }) => {
  await open(page);
  const seen = await page.evaluate(
    async ([one, two]) => {
      const scope = window.kernelscope;
      const titles: string[] = [];
      const off = scope.on('document', (document) => titles.push((document as { title: string }).title));
      await Promise.all([scope.setDocument(one), scope.setDocument(two)]);
      const run = scope.train({ epochs: 50 });
      await new Promise<void>((resolve) => {
        const stop = scope.on('batch', () => {
          stop();
          resolve();
        });
      });
      const busy = await Promise.all(
        [scope.train(), scope.step('batch'), scope.evaluate({ split: 'test' })].map((call) =>
          call.then(
            () => 'served',
            ({ code }: { code: string }) => code,
          ),
        ),
      );
      // Reading and looking at another probe go on meanwhile.
      await scope.setInput({ split: 'train', index: 3 });
      const meanwhile = (await scope.activations('dense')).dense!.data.length;
      await scope.setDocument(one);
      const ended = await run;
      off();
      return {
        titles,
        busy,
        meanwhile,
        stopped: ended.stopped,
        batches: ended.batches.length,
        after: await scope.history(),
        layers: (await scope.summary()).length,
      };
    },
    [
      { ...digits(withDropout), title: 'One' },
      { ...digits(twoConvolutions), title: 'Two' },
    ] as const,
  );
  expect(seen.titles).toEqual(['One', 'Two', 'One']);
  expect(seen.busy).toEqual(['busy', 'busy', 'busy']);
  expect(seen.meanwhile).toBe(10);
  expect(seen.stopped).toBe('replaced');
  expect(seen.batches).toBeGreaterThan(0);
  expect(seen.after).toMatchObject({ batches: [], epochs: [] });
  expect(seen.layers).toBe(5);
});

test('history, events, steps, reset with a seed, evaluation', async ({ page }) => {
  await open(page);
  const document = digits(withDropout, { train: 100, test: 60, epochs: 2 });
  const seen = await page.evaluate(
    async (document) => {
      const scope = window.kernelscope;
      const events: string[] = [];
      const last: Record<string, unknown> = {};
      const offs = (['document', 'trace', 'batch', 'epoch', 'trained', 'error'] as const).map((name) =>
        scope.on(name, (value) => {
          if (events.at(-1) !== name) events.push(name);
          last[name] = value;
        }),
      );
      await scope.setDocument(document);
      const step = await scope.step('batch');
      const epoch = await scope.step('epoch');
      const run = await scope.train();
      const evaluation = await scope.evaluate({ split: 'test' });
      for (const off of offs) off();
      const count = events.length;
      const { runId } = await scope.history();
      await scope.reset({ seed: 5 });
      return {
        events,
        silent: events.length === count,
        last: { batch: last.batch, epoch: last.epoch, trained: last.trained },
        counts: [step.batches.length, epoch.batches.length, epoch.epochs.length],
        run,
        evaluation,
        reset: await scope.history(),
        newRun: (await scope.history()).runId !== runId,
        seed: ((await scope.getDocument()) as { seed: number }).seed,
        url: await scope.shareUrl({ weights: true, view: true }),
      };
    },
    { ...document, fit: { ...document.fit, validation_split: 0.2 } },
  );
  // 80 rows are trained in 3 batches, the last one of 16.
  expect(seen.counts).toEqual([1, 3, 1]);
  expect(seen.run.batches.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(seen.run.epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
  expect(seen.run.stopped).toBe('finished');
  for (const batch of seen.run.batches) expect(Object.keys(batch)).toEqual(['step', 'loss', 'accuracy']);
  for (const epoch of seen.run.epochs)
    expect(Object.keys(epoch)).toEqual(['epoch', 'loss', 'accuracy', 'val_loss', 'val_accuracy']);
  expect(seen.last.batch).toEqual(seen.run.batches.at(-1));
  expect(seen.last.epoch).toEqual(seen.run.epochs.at(-1));
  expect(seen.last.trained).toEqual(seen.run);
  expect(seen.events.slice(0, 2)).toEqual(['document', 'trace']);
  expect(seen.events.at(-1)).toBe('trained');
  expect(seen.events).not.toContain('error');
  expect(seen.silent).toBe(true);
  const confusion = seen.evaluation.confusion as number[][];
  expect(confusion.map((row) => row.length)).toEqual(new Array(10).fill(10));
  expect(confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(60);
  const right = confusion.reduce((sum, row, i) => sum + row[i]!, 0);
  expect(seen.evaluation.accuracy).toBeCloseTo(right / 60, 6);
  expect(seen.reset).toMatchObject({ batches: [], epochs: [] });
  expect(seen.newRun).toBe(true);
  expect(seen.seed).toBe(5);
  expect(seen.url).toMatch(/#k1=[\w-]+&w1=[\w-]+$/);
  expect(seen.url.length).toBeLessThanOrEqual(8000);
});

test('a data set need not fit the model: it is traced on noise, and what needs the digits says so', async ({
  page,
}) => {
  await open(page);
  const seen = await page.evaluate(
    async (document) => {
      const scope = window.kernelscope;
      await scope.setDocument(document);
      const code = (call: Promise<unknown>) =>
        call.then(
          () => 'served',
          ({ code }: { code: string }) => code,
        );
      return {
        codes: [
          await code(scope.train()),
          await code(scope.step('batch')),
          await code(scope.evaluate({ split: 'test' })),
          await code(scope.setInput({ split: 'test', index: 0 })),
        ],
        input: (await scope.activations('input')).input!.data.some((value) => value !== 0),
      };
    },
    { ...randomModel(3), compile: { loss: 'mse' } },
  );
  expect(seen).toEqual({ codes: new Array(4).fill('dataset-shape'), input: true });
});

test('a document’s view opens its lens at its cell, standing still; the link with the view does too', async ({
  page,
}) => {
  const document = {
    ...digits(twoConvolutions),
    view: { focus: { layer: 'conv2d_1', index: [4, 6, 2] }, playing: false },
  };
  await open(page);
  const focused = await page.evaluate(
    (value) =>
      new Promise((resolve) => {
        // Until then the kernel slides over the document before.
        window.kernelscope.on('focus', (focus) => focus?.layer === 'conv2d_1' && resolve(focus));
        void window.kernelscope.setDocument(value);
      }),
    document,
  );
  expect(focused).toEqual(document.view.focus);
  const lens = page.locator('[data-layer="conv2d_1"][aria-expanded="true"]');
  await expect(lens).toBeVisible();
  const panel = page.getByRole('region', { name: text.lens.panel });
  await expect(panel).toContainText(text.lens.position('4', '6', '11', '11'));
  // It stands still.
  const moved = await page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        window.kernelscope.on('focus', () => resolve(true));
        setTimeout(() => resolve(false), 700);
      }),
  );
  expect(moved).toBe(false);

  const url = await page.evaluate(() => window.kernelscope.shareUrl({ view: true }));
  await page.goto('about:blank');
  await page.goto(url);
  await page.evaluate(whenReady);
  await expect(lens).toBeVisible();
  await expect(panel).toContainText(text.lens.position('4', '6', '11', '11'));
});
