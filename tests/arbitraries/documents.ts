import * as fc from 'fast-check';
import { admit } from '../../src/model/gate.ts';

/** One layer to be, before it is known what shape it gets; what does not fit the shape is bent until it does. */
const pick = fc.record({
  kind: fc.nat(),
  filters: fc.integer({ min: 1, max: 4 }),
  kernel: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
  strides: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  dilation: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  dilated: fc.boolean(),
  same: fc.boolean(),
  bias: fc.boolean(),
  keepdims: fc.boolean(),
  activation: fc.constantFrom(
    'linear',
    'relu',
    'tanh',
    'sigmoid',
    'elu',
    'selu',
    'softplus',
    'softsign',
    'softmax',
  ),
  kernelInitializer: fc.constantFrom('glorot_uniform', 'he_normal', 'lecun_uniform', 'random_normal'),
  rate: fc.oneof(fc.constantFrom(0, 0.25, 0.5), fc.double({ min: 0, max: 0.9, noNaN: true })),
  /** Equal sizes as one number, and layers by Keras's other names. */
  terse: fc.boolean(),
  name: fc.option(fc.constantFrom('first', 'conv2d', 'conv2d_1', 'dense', 'my_layer'), {
    nil: undefined,
    freq: 6,
  }),
});

type Pick = typeof pick extends fc.Arbitrary<infer T> ? T : never;
type Layer = { class_name: string; config: Record<string, unknown> };

const SPATIAL = [
  'Conv2D',
  'Conv2D',
  'MaxPooling2D',
  'AveragePooling2D',
  'Activation',
  'ReLU',
  'Dropout',
  'Dense',
  'Flatten',
  'GlobalMaxPooling2D',
  'GlobalAveragePooling2D',
];
const FLAT = ['Dense', 'Dense', 'Activation', 'ReLU', 'Dropout', 'Flatten'];

/** Output size of one axis, as Keras's documentation gives it. */
function outputSize(size: number, kernel: number, stride: number, dilation: number, same: boolean): number {
  return same ? Math.ceil(size / stride) : Math.ceil((size - (kernel - 1) * dilation) / stride);
}

function windowed(shape: readonly number[], choice: Pick, dilates: boolean) {
  const dilated = dilates && choice.dilated;
  const strides = dilated ? [1, 1] : choice.strides;
  const dilation = dilated ? choice.dilation : [1, 1];
  const kernel = choice.kernel.map((size, axis) =>
    choice.same ? size : Math.min(size, Math.floor((shape[axis]! - 1) / dilation[axis]!) + 1),
  );
  const sizes = kernel.map((size, axis) =>
    outputSize(shape[axis]!, size, strides[axis]!, dilation[axis]!, choice.same),
  );
  return { strides, dilation, kernel, sizes, padding: choice.same ? 'same' : 'valid' };
}

const OTHER_NAMES: Readonly<Record<string, string>> = {
  Conv2D: 'Convolution2D',
  MaxPooling2D: 'MaxPool2D',
  AveragePooling2D: 'AvgPool2D',
  GlobalMaxPooling2D: 'GlobalMaxPool2D',
  GlobalAveragePooling2D: 'GlobalAvgPool2D',
};

/** The same layer with as few characters as Keras lets one write it. */
function tersely({ class_name, config }: Layer): Layer {
  const short = Object.entries(config).map(([key, value]) => {
    const square = Array.isArray(value) && value.length === 2 && value[0] === value[1];
    return [key, square ? value[0] : value];
  });
  return { class_name: OTHER_NAMES[class_name] ?? class_name, config: Object.fromEntries(short) };
}

/** The layer and the shape that it gives. */
function build(shape: readonly number[], choice: Pick): { layer: Layer; shape: number[] } {
  const kinds = shape.length === 3 ? SPATIAL : FLAT;
  const class_name = kinds[choice.kind % kinds.length]!;
  const rest = [...shape];
  const weighted = {
    activation: choice.activation,
    use_bias: choice.bias,
    kernel_initializer: choice.kernelInitializer,
    bias_initializer: 'random_uniform',
  };
  switch (class_name) {
    case 'Conv2D': {
      const { strides, dilation, kernel, sizes, padding } = windowed(shape, choice, true);
      const config = {
        filters: choice.filters,
        kernel_size: kernel,
        strides,
        padding,
        dilation_rate: dilation,
      };
      return { layer: { class_name, config: { ...config, ...weighted } }, shape: [...sizes, choice.filters] };
    }
    case 'MaxPooling2D':
    case 'AveragePooling2D': {
      const { strides, kernel, sizes, padding } = windowed(shape, choice, false);
      const config = { pool_size: kernel, strides, padding };
      return { layer: { class_name, config }, shape: [...sizes, shape[2]!] };
    }
    case 'GlobalMaxPooling2D':
    case 'GlobalAveragePooling2D': {
      const config = { keepdims: choice.keepdims };
      return { layer: { class_name, config }, shape: choice.keepdims ? [1, 1, shape[2]!] : [shape[2]!] };
    }
    case 'Dense':
      rest[rest.length - 1] = choice.filters;
      return { layer: { class_name, config: { units: choice.filters, ...weighted } }, shape: rest };
    case 'Activation':
      return { layer: { class_name, config: { activation: choice.activation } }, shape: rest };
    case 'Dropout':
      return { layer: { class_name, config: { rate: choice.rate } }, shape: rest };
    case 'Flatten':
      return { layer: { class_name, config: {} }, shape: [rest.reduce((size, length) => size * length, 1)] };
    default:
      return { layer: { class_name, config: {} }, shape: rest };
  }
}

export interface RandomModel {
  readonly input_shape: readonly number[];
  readonly layers: readonly Layer[];
  /** Output shapes by layer, worked out apart from the code under test. */
  readonly shapes: readonly (readonly number[])[];
}

/** Small models that Keras takes: every layer kind, strides or dilation, both paddings, one to five layers. */
export const models: fc.Arbitrary<RandomModel> = fc
  .record({
    input_shape: fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 3 }),
    ),
    picks: fc.array(pick, { minLength: 1, maxLength: 5 }),
  })
  .map(({ input_shape, picks }) => {
    const layers: Layer[] = [];
    const shapes: number[][] = [];
    const names = new Set<string>();
    let shape: readonly number[] = input_shape;
    for (const choice of picks) {
      const built = build(shape, choice);
      const layer = choice.terse ? tersely(built.layer) : built.layer;
      const { name } = choice;
      const named = name !== undefined && !names.has(name);
      layers.push(named ? { ...layer, config: { ...layer.config, name } } : layer);
      if (named) names.add(name);
      shapes.push(built.shape);
      shape = built.shape;
    }
    return { input_shape, layers, shapes };
  });

/** A document around a model, everything else left to the defaults. */
export function documentOf(model: ModelPart, seed = 1): Record<string, unknown> {
  return { kernelscope: 1, seed, model: { input_shape: model.input_shape, layers: model.layers } };
}

type ModelPart = { input_shape: readonly number[]; layers: readonly Layer[] };

export function networkOf(input_shape: readonly number[], ...layers: readonly Layer[]) {
  return admit(documentOf({ input_shape, layers })).network;
}

const rate = fc.double({ min: 1e-6, max: 1, noNaN: true });
const steps = fc.integer({ min: 1, max: 10_000 });

const schedules = fc.oneof(
  fc.record({
    class_name: fc.constantFrom('ExponentialDecay', 'exponential_decay'),
    config: fc.record(
      { initial_learning_rate: rate, decay_steps: steps, decay_rate: rate, staircase: fc.boolean() },
      { requiredKeys: ['initial_learning_rate', 'decay_steps', 'decay_rate'] },
    ),
  }),
  fc.record({
    class_name: fc.constantFrom('CosineDecay', 'cosine_decay'),
    config: fc.record(
      {
        initial_learning_rate: rate,
        decay_steps: steps,
        alpha: fc.constantFrom(0, 0.1, 1),
        warmup_target: fc.oneof(fc.constant(null), rate),
        warmup_steps: fc.nat(1000),
      },
      { requiredKeys: ['initial_learning_rate', 'decay_steps'] },
    ),
  }),
);

const monitored = {
  monitor: fc.constantFrom('val_loss', 'loss', 'accuracy', 'val_accuracy'),
  patience: fc.nat(20),
  min_delta: fc.constantFrom(0, 0.01),
  mode: fc.constantFrom('auto', 'min', 'max'),
};

const callbacks = fc.array(
  fc.oneof(
    fc.record(
      {
        class_name: fc.constant('EarlyStopping'),
        config: fc.record(
          {
            ...monitored,
            baseline: fc.oneof(fc.constant(null), fc.constantFrom(0.5, 2)),
            restore_best_weights: fc.boolean(),
            start_from_epoch: fc.nat(5),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ['class_name'] },
    ),
    fc.record(
      {
        class_name: fc.constant('ReduceLROnPlateau'),
        config: fc.record(
          {
            ...monitored,
            factor: fc.constantFrom(0.1, 0.5),
            cooldown: fc.nat(5),
            min_lr: fc.constantFrom(0, 1e-5),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ['class_name'] },
    ),
  ),
  { maxLength: 2 },
);

const optimizers = fc.oneof(
  fc.constantFrom('adam', 'Adam', 'SGD', 'sgd', 'rmsprop', 'RMSprop'),
  fc.record({
    class_name: fc.constantFrom('Adam', 'sgd', 'RMSprop'),
    config: fc.record({ learning_rate: fc.oneof(fc.constant(0.001), rate, schedules) }, { requiredKeys: [] }),
  }),
);

const losses = fc.oneof(
  fc.constantFrom('mse', 'categorical_crossentropy', 'BinaryCrossentropy', 'sparse_categorical_crossentropy'),
  fc.record({
    class_name: fc.constant('CategoricalCrossentropy'),
    config: fc.record(
      { from_logits: fc.boolean(), label_smoothing: fc.constantFrom(0, 0.1) },
      { requiredKeys: [] },
    ),
  }),
);

type Trained = Record<string, unknown> & {
  readonly compile?: { readonly optimizer?: unknown };
  readonly fit?: { readonly callbacks?: readonly { readonly class_name?: string }[] };
};

/** What follows a schedule cannot be set by a callback too. */
function oneMaster(document: Trained): Record<string, unknown> {
  const scheduled = /Decay|_decay/.test(JSON.stringify(document.compile?.optimizer ?? null));
  const callbacks = document.fit?.callbacks;
  if (!scheduled || !callbacks) return document;
  const rest = callbacks.filter(({ class_name }) => class_name !== 'ReduceLROnPlateau');
  return { ...document, fit: { ...document.fit, callbacks: rest } };
}

/** Valid documents with every part of API.md in them, or not. */
export const documents: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(
    models,
    fc.record(
      {
        title: fc.string({ maxLength: 40, unit: 'grapheme' }),
        seed: fc.nat(),
        dataset: fc.record(
          {
            name: fc.constant('mnist'),
            train: fc.integer({ min: 1, max: 8000 }),
            test: fc.constantFrom(500, 7),
          },
          { requiredKeys: [] },
        ),
        compile: fc.record(
          { loss: losses, optimizer: optimizers, metrics: fc.constantFrom([], ['accuracy'], ['acc']) },
          { requiredKeys: ['loss'] },
        ),
        fit: fc.record(
          {
            epochs: fc.integer({ min: 1, max: 50 }),
            batch_size: fc.constantFrom(1, 32, 64),
            validation_split: fc.constantFrom(0, 0.1, 0.5),
            shuffle: fc.boolean(),
            callbacks,
          },
          { requiredKeys: [] },
        ),
        view: fc.record(
          { playing: fc.boolean(), focus: fc.constant({ layer: 'input', index: [0, 0, 0] }) },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([model, rest]) => oneMaster({ ...documentOf(model), ...rest }));
