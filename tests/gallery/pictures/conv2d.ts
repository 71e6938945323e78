import { forward } from '../../../src/model/forward.ts';
import { digits, networkOf, noise, seven } from '../network-of.ts';
import { lensOf } from '../with-formulas.ts';

function one(config: Readonly<Record<string, unknown>>, shape: readonly number[] = [9, 9, 1]) {
  const input = shape[2] === 1 ? seven(shape) : noise(shape);
  return networkOf(input, [['Conv2D', { filters: 2, kernel_size: 3, ...config }]]);
}

/** A colour picture: an orange seven on white. */
function colored() {
  const shape = [12, 12, 3];
  const { data } = seven(shape);
  const inks = [0.05, 0.45, 0.9];
  const picture = { shape, data: data.map((ink, at) => 1 - ink * inks[at % 3]!) };
  return networkOf(picture, [['Conv2D', { filters: 2, kernel_size: 3, activation: 'relu' }]]);
}

/** One weight and the bias changed by hand, another chosen. */
function edited() {
  const example = digits();
  const trained = example.weights;
  const changed = trained.get('conv2d')!.map((weight) => {
    const at = weight.name === 'kernel' ? 4 * 8 + 2 : 2;
    return { ...weight, data: weight.data.map((value, i) => (i === at ? value + 0.5 : value)) };
  });
  const weights = new Map(trained).set('conv2d', changed);
  const trace = forward(example.network, weights, example.trace.input);
  const chosen = { layer: 'conv2d', weight: 'kernel', index: [2, 1, 0, 2] };
  return lensOf({ ...example, weights, trace }, 'conv2d', [6, 14, 2], 720, 400, { trained, chosen });
}

export const conv2dPictures = {
  'conv2d-one-channel': () => lensOf(digits(), 'conv2d', [6, 14, 2]),
  'conv2d-eight-channels': () => lensOf(digits(), 'conv2d_1', [4, 7, 2]),
  'conv2d-rgb': () => lensOf(one({ activation: 'tanh' }, [9, 9, 3]), 'conv2d', [3, 3, 1]),
  'conv2d-colors': () => lensOf(colored(), 'conv2d', [4, 7, 1]),
  'conv2d-many-channels': () => lensOf(one({ activation: 'relu' }, [6, 6, 64]), 'conv2d', [1, 1, 0]),
  'conv2d-corner-same': () => lensOf(one({ padding: 'same' }), 'conv2d', [0, 0, 0]),
  'conv2d-stride-same': () =>
    lensOf(one({ padding: 'same', strides: 2, kernel_size: 5 }), 'conv2d', [4, 1, 0]),
  'conv2d-dilation': () => lensOf(one({ dilation_rate: 2, activation: 'relu' }), 'conv2d', [2, 3, 0]),
  'conv2d-dilation-channels': () => lensOf(one({ dilation_rate: 2 }, [9, 9, 4]), 'conv2d', [2, 3, 0]),
  'conv2d-eleven': () => lensOf(one({ kernel_size: 11 }, [28, 28, 3]), 'conv2d', [5, 5, 0]),
  'conv2d-wide-kernel': () =>
    lensOf(one({ kernel_size: [1, 7], use_bias: false }, [9, 9, 1]), 'conv2d', [3, 1, 0]),
  'conv2d-pointwise': () =>
    lensOf(one({ kernel_size: 1, activation: 'relu' }, [6, 6, 12]), 'conv2d', [3, 1, 0]),
  'conv2d-phone': () => lensOf(digits(), 'conv2d_1', [4, 7, 2], 358, 740),
  'conv2d-page': () => lensOf(digits(), 'conv2d_1', [4, 7, 2], 545, 585),
  'conv2d-least': () => lensOf(digits(), 'conv2d_1', [4, 7, 2], 470, 420),
  'conv2d-sixteen-channels': () =>
    lensOf(one({ activation: 'relu' }, [6, 6, 16]), 'conv2d', [1, 1, 0], 545, 420),
  'conv2d-phone-one': () => lensOf(digits(), 'conv2d', [6, 14, 2], 358, 420),
  'conv2d-embedded': () => lensOf(digits(), 'conv2d_1', [4, 7, 2], 560, 300),
  'conv2d-compare': () => lensOf(digits(), 'conv2d', [6, 14, 2], 720, 400, { compare: 5 }),
  'conv2d-compare-channels': () => lensOf(digits(), 'conv2d_1', [4, 7, 2], 545, 420, { compare: 9 }),
  'conv2d-compare-phone': () => lensOf(digits(), 'conv2d_1', [4, 7, 2], 358, 740, { compare: 9 }),
  'conv2d-edited': () => edited(),
};
