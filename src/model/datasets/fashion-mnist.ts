import type { DatasetDefinition } from './definition.ts';

/** 4,000 pieces of clothing of Fashion-MNIST (Zalando), equally many of each class, chosen once with a fixed seed. */
export const fashionMnist: DatasetDefinition = {
  name: 'fashion-mnist',
  shape: [28, 28, 1],
  target: {
    type: 'classes',
    classes: [
      'T-shirt',
      'trouser',
      'pullover',
      'dress',
      'coat',
      'sandal',
      'shirt',
      'sneaker',
      'bag',
      'ankle boot',
    ],
  },
  origin: 'recorded',
  storage: { type: 'bytes' },
  available: { train: 3000, test: 1000 },
  default: { train: 2000, test: 500 },
  unit: 'intensity',
  range: [0, 1],
  licence: 'fashion-mnist',
};
