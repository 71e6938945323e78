import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/base/random.ts';
import { rotation } from '../../../src/engine/layers/random-rotation.ts';
import { zoom } from '../../../src/engine/layers/random-zoom.ts';
import { engineLayers } from '../../../src/engine/layers/registry.ts';
import { type Affine, resample } from '../../../src/engine/resample.ts';
import type { MovingConfig } from '../../../src/model/layers/augmentation.ts';
import type { LayerKind } from '../../../src/model/layers/kinds.ts';
import { networkFrom } from '../../model/layers/on-probe.ts';
import { noiseTensor, numericGradient, useBackend } from '../on-backend.ts';

const ROWS = 4;
const COLS = 6;
const PICTURE = Array.from({ length: ROWS * COLS }, (_, cell) => ((cell + 1) * 7) % 11);

const MOVES: Readonly<Record<string, Affine>> = {
  rotation: rotation((40 / 180) * Math.PI, ROWS, COLS),
  zoom: zoom(1.6, 0.7, ROWS, COLS),
  translation: [1, 0, -1.3, 0, 1, 2.6],
};

/** What keras.ops.image.affine_transform makes of the picture (Keras 3.15 on jax, fill_value 0.5). */
const IN_KERAS: readonly [string, MovingConfig['fill_mode'], MovingConfig['interpolation'], number[]][] = [
  [
    'rotation',
    'reflect',
    'nearest',
    [
      10.0, 10.0, 6.0, 0.0, 7.0, 5.0, 3.0, 10.0, 8.0, 4.0, 9.0, 3.0, 7.0, 1.0, 6.0, 2.0, 0.0, 7.0, 5.0, 3.0,
      10.0, 4.0, 0.0, 0.0,
    ],
  ],
  [
    'rotation',
    'reflect',
    'bilinear',
    [
      6.3314, 8.7395, 5.6163, 1.2665, 5.0031, 5.0842, 3.3749, 7.4007, 6.6553, 3.2913, 8.6309, 4.6061, 5.3939,
      1.3691, 6.7087, 3.3447, 2.5993, 6.6251, 4.9158, 4.9969, 8.7335, 4.3837, 1.2605, 3.6686,
    ],
  ],
  [
    'rotation',
    'wrap',
    'nearest',
    [
      4.0, 4.0, 6.0, 0.0, 7.0, 5.0, 3.0, 10.0, 8.0, 4.0, 9.0, 3.0, 7.0, 1.0, 6.0, 2.0, 0.0, 7.0, 5.0, 3.0,
      10.0, 4.0, 6.0, 6.0,
    ],
  ],
  [
    'rotation',
    'wrap',
    'bilinear',
    [
      6.3158, 5.0601, 5.6163, 1.2665, 5.0031, 4.3256, 5.3197, 7.4007, 6.6553, 3.2913, 8.6309, 4.6061, 5.3939,
      1.3691, 6.7087, 3.3447, 2.5993, 4.6803, 5.6744, 4.9969, 8.7335, 4.3837, 4.9399, 3.6842,
    ],
  ],
  [
    'rotation',
    'constant',
    'nearest',
    [
      0.5, 0.5, 6.0, 0.0, 7.0, 5.0, 3.0, 10.0, 8.0, 4.0, 9.0, 3.0, 7.0, 1.0, 6.0, 2.0, 0.0, 7.0, 5.0, 3.0,
      10.0, 4.0, 0.5, 0.5,
    ],
  ],
  [
    'rotation',
    'constant',
    'bilinear',
    [
      0.5, 3.6867, 5.6163, 1.2665, 5.0031, 3.3454, 1.9662, 7.4007, 6.6553, 3.2913, 8.6309, 4.6061, 5.3939,
      1.3691, 6.7087, 3.3447, 2.5993, 3.6239, 3.2409, 4.9969, 8.7335, 4.3837, 0.7941, 0.5,
    ],
  ],
  [
    'rotation',
    'nearest',
    'nearest',
    [
      10.0, 10.0, 6.0, 0.0, 7.0, 5.0, 3.0, 10.0, 8.0, 4.0, 9.0, 3.0, 7.0, 1.0, 6.0, 2.0, 0.0, 7.0, 5.0, 3.0,
      10.0, 4.0, 0.0, 0.0,
    ],
  ],
  [
    'rotation',
    'nearest',
    'bilinear',
    [
      6.8435, 8.7395, 5.6163, 1.2665, 5.0031, 5.0842, 3.3749, 7.4007, 6.6553, 3.2913, 8.6309, 4.6061, 5.3939,
      1.3691, 6.7087, 3.3447, 2.5993, 6.6251, 4.9158, 4.9969, 8.7335, 4.3837, 1.2605, 3.1565,
    ],
  ],
  [
    'zoom',
    'reflect',
    'nearest',
    [
      3.0, 3.0, 10.0, 6.0, 2.0, 2.0, 1.0, 1.0, 8.0, 4.0, 0.0, 0.0, 10.0, 10.0, 6.0, 2.0, 9.0, 9.0, 8.0, 8.0,
      4.0, 0.0, 7.0, 7.0,
    ],
  ],
  [
    'zoom',
    'reflect',
    'bilinear',
    [
      4.0, 6.15, 9.4, 6.6, 3.8, 3.75, 2.6, 4.75, 8.0, 5.2, 2.4, 2.35, 7.65, 7.6, 4.8, 2.0, 5.25, 7.4, 6.25,
      6.2, 3.4, 0.6, 3.85, 6.0,
    ],
  ],
  [
    'zoom',
    'wrap',
    'nearest',
    [
      8.0, 8.0, 4.0, 0.0, 7.0, 7.0, 1.0, 1.0, 8.0, 4.0, 0.0, 0.0, 10.0, 10.0, 6.0, 2.0, 9.0, 9.0, 3.0, 3.0,
      10.0, 6.0, 2.0, 2.0,
    ],
  ],
  [
    'zoom',
    'wrap',
    'bilinear',
    [
      6.025, 6.195, 4.0, 1.2, 3.845, 5.775, 2.6, 4.75, 8.0, 5.2, 2.4, 2.35, 7.65, 7.6, 4.8, 2.0, 5.25, 7.4,
      4.225, 6.155, 8.8, 6.0, 3.805, 3.975,
    ],
  ],
  [
    'zoom',
    'constant',
    'nearest',
    [
      0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1.0, 1.0, 8.0, 4.0, 0.0, 0.0, 10.0, 10.0, 6.0, 2.0, 9.0, 9.0, 0.5, 0.5,
      0.5, 0.5, 0.5, 0.5,
    ],
  ],
  [
    'zoom',
    'constant',
    'bilinear',
    [
      0.85, 1.065, 1.39, 1.11, 0.83, 0.825, 2.6, 4.75, 8.0, 5.2, 2.4, 2.35, 7.65, 7.6, 4.8, 2.0, 5.25, 7.4,
      1.075, 1.07, 0.79, 0.51, 0.835, 1.05,
    ],
  ],
  [
    'zoom',
    'nearest',
    'nearest',
    [
      3.0, 3.0, 10.0, 6.0, 2.0, 2.0, 1.0, 1.0, 8.0, 4.0, 0.0, 0.0, 10.0, 10.0, 6.0, 2.0, 9.0, 9.0, 8.0, 8.0,
      4.0, 0.0, 7.0, 7.0,
    ],
  ],
  [
    'zoom',
    'nearest',
    'bilinear',
    [
      4.0, 6.15, 9.4, 6.6, 3.8, 3.75, 2.6, 4.75, 8.0, 5.2, 2.4, 2.35, 7.65, 7.6, 4.8, 2.0, 5.25, 7.4, 6.25,
      6.2, 3.4, 0.6, 3.85, 6.0,
    ],
  ],
  [
    'translation',
    'reflect',
    'nearest',
    [
      1.0, 1.0, 8.0, 4.0, 0.0, 7.0, 1.0, 1.0, 8.0, 4.0, 0.0, 7.0, 3.0, 3.0, 10.0, 6.0, 2.0, 9.0, 5.0, 5.0,
      1.0, 8.0, 4.0, 0.0,
    ],
  ],
  [
    'translation',
    'reflect',
    'bilinear',
    [
      3.9, 1.8, 6.7, 6.0, 2.0, 5.7, 3.1, 1.0, 5.9, 5.2, 1.2, 4.9, 4.3, 2.2, 7.1, 6.4, 2.4, 6.1, 4.32, 4.2,
      4.48, 6.42, 4.4, 3.48,
    ],
  ],
  [
    'translation',
    'wrap',
    'nearest',
    [
      3.0, 1.0, 8.0, 4.0, 0.0, 7.0, 9.0, 7.0, 3.0, 10.0, 6.0, 2.0, 7.0, 5.0, 1.0, 8.0, 4.0, 0.0, 5.0, 3.0,
      10.0, 6.0, 2.0, 9.0,
    ],
  ],
  [
    'translation',
    'wrap',
    'bilinear',
    [
      5.0, 2.4, 6.7, 6.0, 2.0, 5.7, 5.82, 5.2, 4.88, 6.82, 4.8, 3.88, 5.7, 6.4, 3.0, 6.7, 6.0, 2.0, 5.68, 4.4,
      5.62, 6.68, 4.0, 4.62,
    ],
  ],
  [
    'translation',
    'constant',
    'nearest',
    [
      0.5, 1.0, 8.0, 4.0, 0.0, 7.0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5,
      0.5, 0.5, 0.5,
    ],
  ],
  [
    'translation',
    'constant',
    'bilinear',
    [
      0.5, 1.41, 6.7, 6.0, 2.0, 5.7, 0.5, 0.64, 2.66, 2.38, 0.78, 2.26, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5,
      0.5, 0.5, 0.5, 0.5, 0.5,
    ],
  ],
  [
    'translation',
    'nearest',
    'nearest',
    [
      1.0, 1.0, 8.0, 4.0, 0.0, 7.0, 1.0, 1.0, 8.0, 4.0, 0.0, 7.0, 1.0, 1.0, 8.0, 4.0, 0.0, 7.0, 1.0, 1.0, 8.0,
      4.0, 0.0, 7.0,
    ],
  ],
  [
    'translation',
    'nearest',
    'bilinear',
    [
      1.8, 1.8, 6.7, 6.0, 2.0, 5.7, 1.0, 1.0, 5.9, 5.2, 1.2, 4.9, 1.0, 1.0, 5.9, 5.2, 1.2, 4.9, 1.0, 1.0, 5.9,
      5.2, 1.2, 4.9,
    ],
  ],
];

function configOf(fill_mode: MovingConfig['fill_mode'], interpolation: MovingConfig['interpolation']) {
  return {
    name: 'r',
    fill_mode,
    interpolation,
    fill_value: 0.5,
    seed: null,
    data_format: 'channels_last',
  } as const;
}

/** A layer in training. */
function trained(kind: LayerKind, config: object, x: tf.Tensor, seed = 1): tf.Tensor {
  const layer = networkFrom(x.shape.slice(1), { class_name: kind, config }).layers[0]!;
  return engineLayers[kind].forward({
    config: layer.config,
    windows: [],
    inputs: [x],
    inputShapes: [x.shape.slice(1)],
    weights: [],
    random: createRandom(seed, 'step'),
  }).output;
}

describe.each(['wasm', 'cpu'] as const)('pictures changed at random, on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test.each(IN_KERAS)('%s, %s, %s, as in Keras', (move, fill, interpolation, wanted) => {
    const given = tf.tidy(() => {
      const x = tf.tensor4d(PICTURE, [1, ROWS, COLS, 1]);
      return resample(x, configOf(fill, interpolation), [MOVES[move]!]).dataSync();
    });
    wanted.forEach((value, cell) => {
      expect(Math.abs(given[cell]! - value)).toBeLessThan(2e-4);
    });
  });

  test.each(['reflect', 'constant'] as const)('the gradient of moved pictures, %s', (fill) => {
    tf.tidy(() => {
      const x = noiseTensor([2, 3, 4, 2], 3) as tf.Tensor4D;
      const weigh = noiseTensor([2, 3, 4, 2], 4);
      const moves = [rotation(0.7, 3, 4), zoom(0.8, 1.3, 3, 4)];
      const loss = (at: tf.Tensor) =>
        tf.sum(tf.mul(resample(at as tf.Tensor4D, configOf(fill, 'bilinear'), moves), weigh)) as tf.Scalar;
      const own = tf.grad(loss)(x).dataSync();
      numericGradient(loss, x).forEach((value, cell) => {
        expect(Math.abs(own[cell]! - value)).toBeLessThan(5e-3);
      });
    });
  });

  test('RandomFlip mirrors about half of the pictures, each whole', () => {
    tf.tidy(() => {
      const x = noiseTensor([64, 2, 3, 1], 5);
      for (const [mode, axes] of [
        ['horizontal', [2]],
        ['vertical', [1]],
        ['horizontal_and_vertical', [1, 2]],
      ] as const) {
        const y = trained('RandomFlip', { mode }, x);
        const mirrored = tf.reverse(x, [...axes]);
        const differs = (other: tf.Tensor) => tf.sum(tf.abs(tf.sub(y, other)), [1, 2, 3]).dataSync();
        const [from, to] = [differs(x), differs(mirrored)];
        from.forEach((difference, sample) => {
          expect(Math.min(difference, to[sample]!)).toBe(0);
        });
        const flipped = to.filter((difference) => difference === 0).length;
        expect(flipped).toBeGreaterThan(16);
        expect(flipped).toBeLessThan(48);
      }
    });
  });

  test('either data format: the same pictures', () => {
    tf.tidy(() => {
      const x = noiseTensor([3, 4, 5, 2], 6);
      for (const [kind, config] of [
        ['RandomFlip', {}],
        ['RandomRotation', { factor: 0.2 }],
        ['RandomZoom', { height_factor: [-0.2, 0.4], width_factor: 0.3 }],
        ['RandomTranslation', { height_factor: 0.3, width_factor: [0, 0.5], fill_mode: 'wrap' }],
      ] as const) {
        const last = trained(kind, config, x);
        const first = trained(
          kind,
          { ...config, data_format: 'channels_first' },
          tf.transpose(x, [0, 3, 1, 2]),
        );
        expect(tf.transpose(first, [0, 2, 3, 1]).dataSync()).toEqual(last.dataSync());
        expect(trained(kind, config, x, 2).dataSync()).not.toEqual(last.dataSync());
      }
    });
  });

  test('whole channels fall, the others are made up for it', () => {
    tf.tidy(() => {
      const x = tf.ones([16, 3, 2, 8]);
      const cases: [LayerKind, object][] = [
        ['SpatialDropout2D', { rate: 0.5 }],
        ['Dropout', { rate: 0.5, noise_shape: [null, 1, 1, null] }],
      ];
      for (const [kind, config] of cases) {
        const y = trained(kind, config, x);
        const least = tf.min(y, [1, 2]).dataSync();
        expect(tf.max(y, [1, 2]).dataSync()).toEqual(least);
        const kept = least.filter((value) => value === 2).length;
        expect(kept + least.filter((value) => value === 0).length).toBe(least.length);
        expect(Math.abs(kept - 64)).toBeLessThan(24);
      }
      const first = trained(
        'SpatialDropout2D',
        { rate: 0.5, data_format: 'channels_first' },
        tf.ones([4, 8, 3, 2]),
      );
      expect(tf.max(first, [2, 3]).dataSync()).toEqual(tf.min(first, [2, 3]).dataSync());
      const steps = trained('SpatialDropout1D', { rate: 0.5 }, tf.ones([8, 5, 8]));
      expect(tf.max(steps, 1).dataSync()).toEqual(tf.min(steps, 1).dataSync());
    });
  });

  test('GaussianNoise has the deviation that it says', () => {
    tf.tidy(() => {
      const noise = trained('GaussianNoise', { stddev: 0.5 }, tf.zeros([40, 100]));
      const { mean, variance } = tf.moments(noise);
      expect(Math.abs(mean.dataSync()[0]!)).toBeLessThan(0.05);
      expect(Math.abs(Math.sqrt(variance.dataSync()[0]!) - 0.5)).toBeLessThan(0.03);
    });
  });
});

test('what Keras refuses of them', () => {
  const refused: [LayerKind, object, RegExp][] = [
    ['RandomRotation', { factor: 1.5 }, /config\.factor/],
    ['RandomRotation', { factor: [0.1, 0.2, 0.3] }, /config\.factor/],
    ['RandomRotation', { factor: 0.1, fill_mode: 'mirror' }, /config\.fill_mode/],
    ['RandomZoom', { height_factor: -1 }, /config\.height_factor/],
    ['RandomTranslation', { height_factor: 0.1 }, /config\.width_factor/],
    [
      'RandomTranslation',
      { height_factor: 0.1, width_factor: 0.1, interpolation: 'bicubic' },
      /interpolation/,
    ],
    ['RandomFlip', { mode: 'diagonal' }, /config\.mode/],
    ['Dropout', { rate: 0.5, noise_shape: [null, 2, 1, 1] }, /config\.noise_shape/],
    ['Dropout', { rate: 0.5, noise_shape: [1, 1] }, /config\.noise_shape/],
    ['GaussianNoise', { stddev: 2 }, /config\.stddev/],
  ];
  for (const [class_name, config, at] of refused) {
    expect(() => networkFrom([4, 4, 1], { class_name, config }), class_name).toThrow(at);
  }
  expect(() => networkFrom([4, 4], { class_name: 'RandomFlip' })).toThrow(/3 axes/);
});
