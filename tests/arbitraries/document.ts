import * as fc from 'fast-check';

const pair = (least: number, most: number) =>
  fc.oneof(
    fc.integer({ min: least, max: most }),
    fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most })),
  );

const activation = fc.constantFrom('relu', 'linear', 'tanh', 'sigmoid', 'elu', 'softmax', undefined);

const convolution = fc
  .record({
    filters: fc.integer({ min: 1, max: 6 }),
    kernel_size: pair(1, 3),
    reach: fc.oneof(
      fc.record({ strides: pair(1, 3) }),
      fc.record({ dilation_rate: pair(1, 2) }),
      fc.constant({}),
    ),
    padding: fc.constantFrom('same', undefined),
    use_bias: fc.constantFrom(true, false, undefined),
    activation,
  })
  .map(({ reach, ...config }) => ({ class_name: 'Conv2D', config: { ...config, ...reach } }));

const pool = fc
  .record({ pool_size: fc.constantFrom(undefined, 2, [2, 2]), padding: fc.constant('same') })
  .chain((config) =>
    fc
      .constantFrom('MaxPooling2D', 'AveragePooling2D')
      .map((class_name) => ({ class_name, config: config as Record<string, unknown> })),
  );

const elementwise = fc.oneof(
  fc.constant({ class_name: 'ReLU', config: {} }),
  fc
    .constantFrom('relu', 'tanh', 'sigmoid')
    .map((name) => ({ class_name: 'Activation', config: { activation: name } })),
  fc.double({ min: 0, max: 0.9, noNaN: true }).map((rate) => ({ class_name: 'Dropout', config: { rate } })),
);

const head = fc.constantFrom('Flatten', 'GlobalMaxPooling2D', 'GlobalAveragePooling2D');

const dense = fc
  .record({ units: fc.integer({ min: 1, max: 12 }), activation })
  .map((config) => ({ class_name: 'Dense', config }));

const compile = fc.record({
  optimizer: fc.oneof(
    fc.constantFrom('adam', 'sgd', 'rmsprop'),
    fc.double({ min: 1e-6, max: 1, noNaN: true }).map((learning_rate) => ({
      class_name: 'Adam',
      config: { learning_rate },
    })),
  ),
  loss: fc.constantFrom('categorical_crossentropy', 'mean_squared_error'),
  metrics: fc.constantFrom([], ['accuracy']),
});

/** Documents as people may write them: defaults written or left out, layers named or not. All pass the gate. */
export const documents = fc
  .record({
    title: fc.string({ maxLength: 40, unit: 'grapheme' }),
    seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    input_shape: fc.tuple(
      fc.integer({ min: 9, max: 28 }),
      fc.integer({ min: 9, max: 28 }),
      fc.integer({ min: 1, max: 3 }),
    ),
    body: fc.array(fc.oneof(convolution, pool, elementwise), { maxLength: 4 }),
    head: fc.option(fc.tuple(head, fc.array(dense, { maxLength: 2 }))),
    compile: fc.option(compile, { nil: undefined }),
    epochs: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
  })
  .map(({ title, seed, input_shape, body, head: top, compile: compiled, epochs }) => {
    const bottom = body.map((layer) =>
      // Small inputs stay large enough for every window.
      layer.class_name === 'Conv2D' ? { ...layer, config: { ...layer.config, padding: 'same' } } : layer,
    );
    const rest = top ? [{ class_name: top[0], config: {} }, ...top[1]] : [];
    const layers = [...bottom, ...rest];
    return {
      kernelscope: 1,
      title,
      seed,
      dataset: { name: 'mnist' },
      model: {
        input_shape,
        layers: layers.length > 0 ? layers : [{ class_name: 'ReLU', config: {} }],
      },
      compile: compiled,
      fit: { epochs },
    };
  });
