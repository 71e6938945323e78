import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KernelscopeError } from '../../src/base/errors.ts';
import { admit } from '../../src/model/gate.ts';
import { minimise } from '../../src/model/normalise.ts';
import { sentence } from '../../src/text/errors.ts';
import { apiDocument } from '../api-document.ts';
import { documents } from '../arbitraries/documents.ts';
import { cpuTime } from '../cpu-time.ts';

type Loose = Record<string, unknown> & { [key: string]: Loose } & Loose[];

/** A copy to change. */
function example(): Loose {
  const view = { focus: { layer: 'conv2d', index: [0, 0, 0] }, playing: false };
  return structuredClone({ ...apiDocument, view }) as unknown as Loose;
}

function small(...layers: unknown[]): Record<string, unknown> {
  return { kernelscope: 1, model: { input_shape: [8, 8, 1], layers } };
}

function refusal(json: unknown): KernelscopeError {
  try {
    admit(json);
  } catch (error) {
    if (error instanceof KernelscopeError) return error;
    throw error;
  }
  throw new Error('was admitted');
}

describe('what is admitted', () => {
  it('is the document of API.md, as an object and as text', () => {
    const { document, network } = admit(example());
    expect(admit(JSON.stringify(example())).document).toEqual(document);
    expect(network.layers.map((layer) => [layer.name, layer.outputShape, layer.params])).toEqual([
      ['conv2d', [26, 26, 8], 80],
      ['max_pooling2d', [13, 13, 8], 0],
      ['flatten', [1352], 0],
      ['dense', [10], 13530],
    ]);
    expect(document.fit.callbacks[0]!.config).toMatchObject({ monitor: 'val_loss', patience: 3 });
  });

  it('has Keras’s defaults filled in', () => {
    const { document } = admit({
      ...small({ class_name: 'Conv2D', config: { filters: 2, kernel_size: 3 } }),
      compile: { loss: 'mse' },
    });
    expect(document).toEqual({
      kernelscope: 1,
      title: 'Untitled',
      seed: 0,
      dataset: { name: 'mnist', train: 2000, test: 500 },
      model: {
        input_shape: [8, 8, 1],
        layers: [
          {
            class_name: 'Conv2D',
            config: {
              name: 'conv2d',
              filters: 2,
              kernel_size: [3, 3],
              strides: [1, 1],
              padding: 'valid',
              data_format: 'channels_last',
              dilation_rate: [1, 1],
              groups: 1,
              activation: 'linear',
              use_bias: true,
              kernel_initializer: { class_name: 'GlorotUniform', config: { seed: null } },
              bias_initializer: { class_name: 'Zeros', config: {} },
              kernel_regularizer: null,
              bias_regularizer: null,
              activity_regularizer: null,
              kernel_constraint: null,
              bias_constraint: null,
            },
          },
        ],
      },
      compile: {
        optimizer: {
          class_name: 'RMSprop',
          config: {
            learning_rate: 0.001,
            rho: 0.9,
            momentum: 0,
            epsilon: 1e-7,
            centered: false,
            weight_decay: null,
            clipnorm: null,
            clipvalue: null,
            global_clipnorm: null,
          },
        },
        loss: { class_name: 'MeanSquaredError', config: {} },
        metrics: [],
      },
      fit: { epochs: 1, batch_size: 32, validation_split: 0, shuffle: true, callbacks: [] },
      view: { playing: true },
    });
  });

  it('takes every spelling that Keras takes', () => {
    const spelled = (kernel_initializer: unknown) =>
      admit(small({ class_name: 'Dense', config: { units: 1, kernel_initializer } })).document.model
        .layers[0];
    const he = spelled('he_normal');
    expect(spelled('HeNormal')).toEqual(he);
    expect(spelled({ class_name: 'HeNormal' })).toEqual(he);
    expect(spelled({ class_name: 'he_normal', config: { seed: null } })).toEqual(he);
    expect(
      spelled({ module: 'keras.initializers', class_name: 'HeNormal', config: {}, registered_name: null }),
    ).toEqual(he);
    expect(spelled('uniform')).toEqual(spelled('RandomUniform'));

    const compiled = (optimizer: unknown, loss: unknown, metric: string) =>
      admit({ ...example(), compile: { optimizer, loss, metrics: [metric] } }).document.compile;
    const plain = compiled('adam', 'mse', 'accuracy');
    expect(compiled('Adam', 'MSE', 'acc')).toEqual(plain);
    expect(compiled({ class_name: 'Adam', config: {} }, 'mean_squared_error', 'Accuracy')).toEqual(plain);
    expect(compiled({ class_name: 'adam' }, { class_name: 'MeanSquaredError' }, 'accuracy')).toEqual(plain);

    const activated = (activation: unknown) =>
      admit(small({ class_name: 'Activation', config: { activation } })).document.model.layers[0];
    expect(activated('swish')).toEqual(activated('silu'));
    expect(activated('hard_swish')).toEqual(activated('hard_silu'));
    expect(activated('ReLU')).toEqual(activated('relu'));
    expect(activated(null)).toEqual(activated('linear'));
  });

  it('names layers as Keras does, around names that are taken', () => {
    const conv = { class_name: 'Conv2D', config: { filters: 1, kernel_size: 1 } };
    const { document } = admit(
      small(
        conv,
        { class_name: 'ReLU' },
        conv,
        { ...conv, config: { ...conv.config, name: 'conv2d_1' } },
        { class_name: 'AveragePooling2D' },
        { class_name: 'MaxPooling2D' },
        { class_name: 'Activation', config: { activation: 'relu' } },
        { class_name: 'Dropout', config: { rate: 0.5 } },
        { class_name: 'GlobalMaxPooling2D', config: { keepdims: true } },
        { class_name: 'GlobalAveragePooling2D' },
      ),
    );
    expect(document.model.layers.map((layer) => layer.config.name)).toEqual([
      'conv2d',
      're_lu',
      'conv2d_2',
      'conv2d_1',
      'average_pooling2d',
      'max_pooling2d',
      'activation',
      'dropout',
      'global_max_pooling2d',
      'global_average_pooling2d',
    ]);
  });

  it('has 200 layers, quickly', () => {
    const layers = Array.from({ length: 200 }, () => ({
      class_name: 'Conv2D',
      config: { filters: 4, kernel_size: 3, padding: 'same' },
    }));
    const start = performance.now();
    expect(admit(small(...layers)).network.layers).toHaveLength(200);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('what is refused', () => {
  const cases: [string, (document: Loose) => void, { code: string; path: string; received?: string }][] = [
    [
      'an unknown key',
      (d) => Object.assign(d.model!.layers![0]!.config!, { colour: 1 }),
      { code: 'unknown-key', path: 'model.layers[0].config.colour' },
    ],
    [
      'an unknown key at the root',
      (d) => Object.assign(d, { modell: 1 }),
      { code: 'unknown-key', path: 'modell' },
    ],
    [
      'a wrong type',
      (d) => Object.assign(d.model!.layers![0]!.config!, { filters: '8' }),
      { code: 'type', path: 'model.layers[0].config.filters', received: '"8"' },
    ],
    ['NaN', (d) => Object.assign(d, { seed: Number.NaN }), { code: 'range', path: 'seed', received: 'NaN' }],
    [
      'Infinity',
      (d) => Object.assign(d.compile!.optimizer!.config!, { learning_rate: Number.POSITIVE_INFINITY }),
      { code: 'range', path: 'compile.optimizer.config.learning_rate', received: 'Infinity' },
    ],
    [
      'a negative size',
      (d) => Object.assign(d.model!.layers![0]!.config!, { kernel_size: [3, -3] }),
      { code: 'range', path: 'model.layers[0].config.kernel_size[1]', received: '-3' },
    ],
    [
      'a size of zero',
      (d) => Object.assign(d.model!.layers![1]!.config!, { strides: 0 }),
      { code: 'range', path: 'model.layers[1].config.strides' },
    ],
    [
      'a broken size',
      (d) => Object.assign(d.model!.layers![3]!.config!, { units: 1.5 }),
      { code: 'range', path: 'model.layers[3].config.units' },
    ],
    [
      'a size of the wrong rank',
      (d) => Object.assign(d.model!.layers![0]!.config!, { strides: [1, 1, 1] }),
      { code: 'range', path: 'model.layers[0].config.strides' },
    ],
    [
      'a missing argument',
      (d) => Reflect.deleteProperty(d.model!.layers![0]!.config!, 'filters'),
      { code: 'missing-key', path: 'model.layers[0].config.filters' },
    ],
    [
      'an unknown layer',
      (d) => Object.assign(d.model!.layers![1]!, { class_name: 'Pool' }),
      { code: 'unknown-layer', path: 'model.layers[1].class_name', received: '"Pool"' },
    ],
    [
      'a layer that is none',
      (d) => Object.assign(d.model!.layers!, { 1: null }),
      { code: 'type', path: 'model.layers[1]' },
    ],
    [
      'an unknown activation',
      (d) => Object.assign(d.model!.layers![0]!.config!, { activation: 'lol' }),
      { code: 'unsupported', path: 'model.layers[0].config.activation' },
    ],
    [
      'an unknown loss',
      (d) => Object.assign(d.compile!, { loss: 'ctc' }),
      { code: 'unsupported', path: 'compile.loss' },
    ],
    [
      'an unknown padding',
      (d) => Object.assign(d.model!.layers![0]!.config!, { padding: 'causal' }),
      { code: 'range', path: 'model.layers[0].config.padding' },
    ],
    [
      'a bad initializer argument',
      (d) =>
        Object.assign(d.model!.layers![3]!.config!, {
          kernel_initializer: { class_name: 'RandomNormal', config: { stddev: -1 } },
        }),
      { code: 'range', path: 'model.layers[3].config.kernel_initializer.config.stddev' },
    ],
    [
      'an initializer that does not fit',
      (d) => Object.assign(d.model!.layers![0]!.config!, { kernel_initializer: 'identity' }),
      { code: 'unsupported', path: 'model.layers[0].config.kernel_initializer' },
    ],
    [
      'strides with dilation, in Keras’s words',
      (d) => Object.assign(d.model!.layers![0]!.config!, { strides: 2, dilation_rate: [2, 2] }),
      {
        code: 'unsupported',
        path: 'model.layers[0].config.strides',
        received: 'strides=(2, 2) and dilation_rate=(2, 2)',
      },
    ],
    [
      'a window larger than its input',
      (d) => Object.assign(d.model!.layers![0]!.config!, { kernel_size: [29, 1] }),
      { code: 'shape', path: 'model.layers[0].config.kernel_size' },
    ],
    [
      'an input of the wrong rank',
      (d) => Object.assign(d.model!, { input_shape: [784] }),
      { code: 'shape', path: 'model.layers[0]', received: '[784]' },
    ],
    [
      'weights that depend on a free size',
      (d) => Object.assign(d.model!, { input_shape: [null, 28, 1] }),
      { code: 'shape', path: 'model.layers[3]', received: 'an input of [null]' },
    ],
    [
      'a name given twice',
      (d) => Object.assign(d.model!.layers![3]!.config!, { name: 'conv2d' }),
      { code: 'duplicate-name', path: 'model.layers[3].config.name' },
    ],
    [
      'the name of the input',
      (d) => Object.assign(d.model!.layers![0]!.config!, { name: 'input' }),
      { code: 'range', path: 'model.layers[0].config.name' },
    ],
    [
      'a name every object has',
      (d) => Object.assign(d.model!.layers![0]!.config!, { name: '__proto__' }),
      { code: 'range', path: 'model.layers[0].config.name' },
    ],
    [
      'a layer that is read but not there',
      (d) => Object.assign(d.model!.layers![0]!, { inputs: ['dense'] }),
      { code: 'not-found', path: 'model.layers[0].inputs[0]' },
    ],
    [
      'several inputs',
      (d) => Object.assign(d.model!.layers![1]!, { inputs: ['conv2d', 'input'] }),
      { code: 'shape', path: 'model.layers[1].inputs', received: '2' },
    ],
    [
      'an input without a name',
      (d) => Object.assign(d.model!.layers![1]!, { inputs: [3] }),
      { code: 'type', path: 'model.layers[1].inputs[0]', received: '3' },
    ],
    [
      'two ways of clipping gradients',
      (d) =>
        Object.assign(d.compile!, {
          optimizer: { class_name: 'SGD', config: { clipnorm: 1, clipvalue: 1 } },
        }),
      { code: 'unsupported', path: 'compile.optimizer.config.clipvalue' },
    ],
    [
      'an unknown output',
      (d) => Object.assign(d.model!, { outputs: ['head'] }),
      { code: 'not-found', path: 'model.outputs[0]' },
    ],
    ['no layers', (d) => Object.assign(d.model!, { layers: [] }), { code: 'range', path: 'model.layers' }],
    [
      'a list instead of an object',
      (d) => Object.assign(d.model!.layers![2]!, { config: [] }),
      { code: 'type', path: 'model.layers[2].config', received: '[]' },
    ],
    [
      'metrics of an output that there is not',
      (d) => Object.assign(d.compile!, { metrics: { head: ['accuracy'] } }),
      { code: 'not-found', path: 'compile.metrics', received: '"head"' },
    ],
    [
      'a thousand metrics',
      (d) => Object.assign(d.compile!, { metrics: new Array(1000).fill('accuracy') }),
      { code: 'range', path: 'compile.metrics' },
    ],
    [
      'a callback by its name',
      (d) => Object.assign(d.fit!, { callbacks: ['EarlyStopping'] }),
      { code: 'type', path: 'fit.callbacks[0]' },
    ],
    [
      'no version',
      (d) => Reflect.deleteProperty(d, 'kernelscope'),
      { code: 'missing-key', path: 'kernelscope' },
    ],
    [
      'a later version',
      (d) => Object.assign(d, { kernelscope: 2 }),
      { code: 'version', path: 'kernelscope', received: '2' },
    ],
    [
      'an unknown data set',
      (d) => Object.assign(d.dataset!, { name: 'cifar10' }),
      { code: 'unsupported', path: 'dataset.name' },
    ],
    [
      'more samples than there are',
      (d) => Object.assign(d.dataset!, { train: 8001 }),
      { code: 'range', path: 'dataset.train' },
    ],
    [
      'a focus on no layer',
      (d) => Object.assign(d.view!.focus!, { layer: 'x' }),
      { code: 'not-found', path: 'view.focus.layer' },
    ],
    [
      'a focus outside',
      (d) => Object.assign(d.view!.focus!, { index: [26, 0, 0] }),
      { code: 'range', path: 'view.focus.index' },
    ],
    [
      'a step of a layer that has none',
      (d) => Object.assign(d.view!.focus!, { step: 0 }),
      { code: 'range', path: 'view.focus.step' },
    ],
    [
      'a validation split of 1',
      (d) => Object.assign(d.fit!, { validation_split: 1 }),
      { code: 'range', path: 'fit.validation_split' },
    ],
  ];

  it.each(cases)('%s', (_, damage, wanted) => {
    const document = example();
    damage(document);
    expect(refusal(document)).toMatchObject(wanted);
  });

  /** `given` stands where `known` belongs, which is missing then. */
  const misspelt: [string, (document: Loose) => object, string, string, string?][] = [
    ['a needed argument', (d) => d.model!.layers![0]!.config!, 'filters', 'filtres'],
    ['two words', (d) => d.model!.layers![0]!.config!, 'kernel_size', 'kernelSize'],
    ['an argument with a default', (d) => d.model!.layers![1]!.config!, 'pool_size', 'poolsize'],
    ['a layer’s own key', (d) => d.model!.layers![1]!, 'class_name', 'clas_name'],
    ['the top of a document', (d) => d, 'model', 'modell'],
    ['the version', (d) => d, 'kernelscope', 'Kernelscope'],
    ['an optimizer’s argument', (d) => d.compile!.optimizer!.config!, 'learning_rate', 'learn_rate'],
    ['a fit', (d) => d.fit!, 'batch_size', 'bach_size'],
    [
      'what nothing is near',
      (d) => d.model!.layers![0]!.config!,
      'filters',
      'channels',
      'one of name, filters',
    ],
  ];

  it.each(misspelt)('a misspelt key: %s', (_, where, known, given, expected = known) => {
    const document = example();
    const place = where(document);
    Object.assign(place, { [given]: Reflect.get(place, known) });
    Reflect.deleteProperty(place, known);
    const error = refusal(document);
    expect(error).toMatchObject({ code: 'unknown-key', received: `"${given}"` });
    expect(error.path).toMatch(new RegExp(`(^|\\.)${given}$`));
    expect(error.expected!.slice(0, expected.length)).toBe(expected);
    const advice = expected === known ? `Did you mean ${known}?` : 'Keys are those of Keras';
    expect(sentence(error)).toContain(`${error.path}: there is no key "${given}" here. ${advice}`);
  });

  it('a misspelt key of a layer within a layer, by its whole path', () => {
    const inner = { class_name: 'Conv1D', config: { filtres: 8, kernel_size: 2 } };
    const layers = [{ class_name: 'TimeDistributed', config: { layer: inner } }];
    expect(refusal({ kernelscope: 1, model: { input_shape: [4, 5, 2], layers } })).toMatchObject({
      path: 'model.layers[0].config.layer.config.filtres',
      expected: 'filters',
    });
  });

  it('says stride and dilation in Keras’s words', () => {
    const document = example();
    Object.assign(document.model!.layers![0]!.config!, { strides: [2, 2], dilation_rate: [2, 2] });
    expect(refusal(document).expected).toBe(
      '`strides > 1` not supported in conjunction with `dilation_rate > 1`',
    );
  });

  it('__proto__ keys anywhere, without a trace', () => {
    for (const path of ['"title":"a",', '"model":{', '"layers":[{', '"config":{']) {
      const text =
        '{"kernelscope":1,"title":"a","model":{"input_shape":[4],"layers":[{"class_name":"Dense","config":{"units":1}}]}}';
      const damaged = text.replace(path, `${path}"__proto__":{"polluted":true},`);
      expect(damaged).not.toBe(text);
      expect(refusal(damaged)).toMatchObject({
        code: 'unknown-key',
        path: expect.stringMatching(/__proto__$/),
      });
    }
    expect({}).not.toHaveProperty('polluted');
  });

  it('models that are too large, before anything is allocated', () => {
    const dense = (units: number) => ({ class_name: 'Dense', config: { units } });
    const wide = { kernelscope: 1, model: { input_shape: [50_000], layers: [dense(50_000)] } };
    expect(refusal(wide)).toMatchObject({
      code: 'budget',
      path: 'model.layers[0]',
      received: '2,500,050,000',
    });

    const deep = small(...Array.from({ length: 5000 }, () => ({ class_name: 'Flatten' })));
    expect(refusal(deep)).toMatchObject({ code: 'budget', path: 'model.layers', received: '5000 layers' });

    const conv = (config: object) => ({
      class_name: 'Conv2D',
      config: { filters: 1, kernel_size: 3, ...config },
    });
    const sized = (input_shape: number[], ...layers: unknown[]) => ({
      kernelscope: 1,
      model: { input_shape, layers },
    });
    expect(refusal(sized([1e6, 1e6, 1], conv({})))).toMatchObject({
      code: 'budget',
      path: 'model.input_shape',
    });
    expect(refusal(sized([1000, 1000, 1], conv({ filters: 64 })))).toMatchObject({ reason: 'activations' });
    expect(refusal(sized([300, 300, 16], conv({ filters: 32, kernel_size: 31 })))).toMatchObject({
      reason: 'multiply-adds',
      path: 'model.layers[0]',
    });
    expect(refusal(sized([9e15, 9e15, 9e15], conv({ padding: 'same' })))).toMatchObject({ code: 'budget' });
    expect(refusal({ ...sized([1000, 1000, 1], conv({})), fit: { batch_size: 50_000 } })).toMatchObject({
      path: 'fit.batch_size',
      reason: 'batch-activations',
    });
    const square = { units: 3000, kernel_initializer: 'orthogonal' };
    expect(refusal(sized([3000], { class_name: 'Dense', config: square }))).toMatchObject({
      code: 'budget',
      path: 'model.layers[0].config.kernel_initializer',
    });
  });

  it('bombs: deep, long, cyclic', () => {
    expect(refusal(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toMatchObject({ code: 'budget' });
    expect(refusal('x'.repeat(2_000_000))).toMatchObject({ code: 'budget' });
    expect(refusal({ title: 'x'.repeat(2_000_000) })).toMatchObject({ code: 'budget' });
    expect(refusal({ list: new Array(1e9) })).toMatchObject({ code: 'budget' });
    const cyclic: Record<string, unknown> = { kernelscope: 1 };
    cyclic.self = cyclic;
    expect(refusal(cyclic)).toMatchObject({ code: 'budget' });
  });

  it('whatever is no document', () => {
    for (const value of [
      undefined,
      null,
      0,
      true,
      [],
      {},
      () => 0,
      Symbol('a'),
      1n,
      new Date(),
      new Map(),
      '',
    ]) {
      expect(refusal(value)).toBeInstanceOf(KernelscopeError);
    }
    const hostile = {
      get kernelscope(): number {
        throw new Error('boo');
      },
    };
    expect(refusal(hostile)).toMatchObject({ code: 'type' });
    expect(refusal('{"kernelscope":1,')).toMatchObject({ code: 'syntax' });
  });
});

describe('fuzz', () => {
  const junk = fc.oneof(
    fc.constantFrom(null, undefined, -1, 0, 1.5, 1e308, NaN, Infinity, '', 'input', [], {}, [[]], true),
    fc.anything({ maxDepth: 3 }),
  );

  /** Replaces, removes or adds something at a random place. */
  function damage(document: unknown, steps: readonly number[], value: unknown): void {
    let node = document as Loose;
    for (const step of steps) {
      const keys = Object.keys(node);
      const key = keys[step % (keys.length || 1)];
      const child = key === undefined ? undefined : node[key as keyof typeof node];
      if (typeof child !== 'object' || child === null || step % 5 === 0) {
        if (value === undefined && key !== undefined) Reflect.deleteProperty(node, key);
        else Reflect.set(node, step % 7 === 0 ? 'extra' : (key ?? 'extra'), value);
        return;
      }
      node = child as Loose;
    }
  }

  it('damaged documents are admitted or refused, quickly, and nothing else', async () => {
    let refused = 0;
    const times: number[] = [];
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
        junk,
        async (valid, steps, value) => {
          const document = structuredClone(valid);
          damage(document, steps, value);
          const took = await cpuTime(() => {
            try {
              const admitted = admit(document).document;
              expect(admit(minimise(admitted)).document).toEqual(admitted);
            } catch (error) {
              if (!(error instanceof KernelscopeError)) throw error;
              refused++;
              expect(error.message.length).toBeLessThan(1000);
              expect((error.received ?? '').length).toBeLessThanOrEqual(100);
            }
          });
          times.push(took);
        },
      ),
      { numRuns: 1500 },
    );
    expect(refused).toBeGreaterThan(250);
    times.sort((a, b) => a - b);
    expect(times[Math.floor(times.length * 0.99)]).toBeLessThan(50);
  });

  it('the step looked at is one of those that a recurrent layer reads', () => {
    const looked = (step: number, config: object = { units: 3 }) => ({
      kernelscope: 1,
      model: { input_shape: [5, 2], layers: [{ class_name: 'LSTM', config }] },
      view: { focus: { layer: 'lstm', index: 'return_sequences' in config ? [0, 0] : [0], step } },
    });
    expect(admit(looked(4)).document.view.focus).toEqual({ layer: 'lstm', index: [0], step: 4 });
    expect(refusal(looked(5))).toMatchObject({ code: 'range', path: 'view.focus.step' });
    const told = looked(1, { units: 3, return_sequences: true });
    expect(refusal(told)).toMatchObject({ code: 'range', path: 'view.focus.step' });
  });

  it('anything at all is refused with an error of ours', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true }), (value) => {
        expect(refusal(value)).toBeInstanceOf(KernelscopeError);
      }),
    );
  });
});
