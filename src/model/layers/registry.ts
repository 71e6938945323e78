import { activation } from './activation.ts';
import { averagePooling2d } from './average-pooling2d.ts';
import { conv2d } from './conv2d.ts';
import type { LayerDefinition } from './definition.ts';
import { dense } from './dense.ts';
import { dropout } from './dropout.ts';
import { flatten } from './flatten.ts';
import { globalAveragePooling2d } from './global-average-pooling2d.ts';
import { globalMaxPooling2d } from './global-max-pooling2d.ts';
import type { LayerKind } from './kinds.ts';
import { maxPooling2d } from './max-pooling2d.ts';
import { reLU } from './re-lu.ts';

/** Every layer kind that the core knows. */
export const layerDefinitions: Record<LayerKind, LayerDefinition> = {
  Conv2D: conv2d,
  MaxPooling2D: maxPooling2d,
  AveragePooling2D: averagePooling2d,
  GlobalMaxPooling2D: globalMaxPooling2d,
  GlobalAveragePooling2D: globalAveragePooling2d,
  Activation: activation,
  ReLU: reLU,
  Flatten: flatten,
  Dense: dense,
  Dropout: dropout,
};
