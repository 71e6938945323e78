import type { Json } from '../../base/json.ts';
import type { LayerKind } from '../layers/kinds.ts';

/** What a layer starts with when it is put into a model: its required arguments, and what courses usually write. */
export const startingConfigs: Readonly<Record<LayerKind, { readonly [argument: string]: Json }>> = {
  Conv2D: { filters: 8, kernel_size: [3, 3], activation: 'relu' },
  MaxPooling2D: {},
  AveragePooling2D: {},
  GlobalMaxPooling2D: {},
  GlobalAveragePooling2D: {},
  Activation: { activation: 'relu' },
  ReLU: {},
  Flatten: {},
  Dense: { units: 10 },
  Dropout: { rate: 0.25 },
};
