/** Documents for the browser tests, as JSON: what the page is given, not what it makes of it. */

interface Layer {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** A document on digits with the given layers; `train` and `test` digits of MNIST. */
export function digits(layers: readonly Layer[], { seed = 7, train = 200, test = 100, epochs = 1 } = {}) {
  return {
    kernelscope: 1,
    title: 'Digits',
    seed,
    dataset: { name: 'mnist', train, test },
    model: { input_shape: [28, 28, 1], layers },
    compile: {
      optimizer: { class_name: 'Adam', config: { learning_rate: 0.001 } },
      loss: 'categorical_crossentropy',
      metrics: ['accuracy'],
    },
    fit: { epochs, batch_size: 32 },
  };
}

/** The net of the speed figures: two convolutions, two poolings, one dense layer. */
export const twoConvolutions: readonly Layer[] = [
  { class_name: 'Conv2D', config: { filters: 8, kernel_size: [3, 3], activation: 'relu' } },
  { class_name: 'MaxPooling2D', config: {} },
  { class_name: 'Conv2D', config: { filters: 16, kernel_size: [3, 3], activation: 'relu' } },
  { class_name: 'MaxPooling2D', config: {} },
  { class_name: 'Flatten', config: {} },
  { class_name: 'Dense', config: { units: 10, activation: 'softmax' } },
];

/** A net with everything random about it: initial weights, shuffle, dropout. */
export const withDropout: readonly Layer[] = [
  {
    class_name: 'Conv2D',
    config: { filters: 4, kernel_size: 3, strides: 2, padding: 'same', activation: 'relu' },
  },
  { class_name: 'AveragePooling2D', config: {} },
  { class_name: 'Flatten', config: {} },
  { class_name: 'Dropout', config: { rate: 0.25 } },
  { class_name: 'Dense', config: { units: 10, activation: 'softmax' } },
];

/** A model of random layers on a small input, for which each cell is explained; the same for the same seed. */
export function randomModel(seed: number) {
  let state = seed * 2654435761 + 1;
  const below = (n: number) => {
    // Numerical Recipes' linear congruential generator: any will do, as long as it repeats.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const pick = <T>(...choices: readonly T[]): T => choices[below(choices.length)]!;
  const channels = 1 + below(3);
  const size = 24 + below(4);
  const layers: Layer[] = [];
  for (let i = 0; i < 2; i++) {
    const strides = pick([1, 1], [2, 2], [1, 2]);
    const unit = strides[0] === 1 && strides[1] === 1;
    layers.push({
      class_name: 'Conv2D',
      config: {
        filters: 1 + below(4),
        kernel_size: pick([3, 3], [2, 3], [1, 1], [3, 1]),
        strides,
        padding: pick('valid', 'same'),
        dilation_rate: unit ? pick([1, 1], [2, 2], [1, 2]) : [1, 1],
        use_bias: below(4) > 0,
        bias_initializer: 'random_normal',
        activation: pick('relu', 'tanh', 'sigmoid', 'linear', 'elu'),
      },
    });
    if (i === 0) {
      const config = { pool_size: [2, 2], strides: pick([1, 1], [2, 2]), padding: pick('valid', 'same') };
      layers.push({ class_name: pick('MaxPooling2D', 'AveragePooling2D'), config });
    }
  }
  layers.push({ class_name: pick('Flatten', 'GlobalMaxPooling2D', 'GlobalAveragePooling2D'), config: {} });
  layers.push({ class_name: 'Dense', config: { units: 3, activation: pick('softmax', 'linear', 'relu') } });
  return {
    kernelscope: 1,
    title: `Random model ${seed}`,
    seed,
    dataset: { name: 'mnist' },
    model: { input_shape: [size, size, channels], layers },
  };
}
