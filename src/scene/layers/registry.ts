import type { LayerKind } from '../../model/layers/kinds.ts';
import type { LayerScene } from '../lens/request.ts';
import { activationScene } from './activation.ts';
import { averagePooling2dScene } from './average-pooling2d.ts';
import { conv2dScene } from './conv2d.ts';
import { denseScene } from './dense.ts';
import { dropoutScene } from './dropout.ts';
import { flattenScene } from './flatten.ts';
import { globalAveragePooling2dScene } from './global-average-pooling2d.ts';
import { globalMaxPooling2dScene } from './global-max-pooling2d.ts';
import { maxPooling2dScene } from './max-pooling2d.ts';
import { reLUScene } from './re-lu.ts';

/** Every layer kind's picture. */
export const layerScenes: Record<LayerKind, LayerScene> = {
  Conv2D: conv2dScene,
  MaxPooling2D: maxPooling2dScene,
  AveragePooling2D: averagePooling2dScene,
  GlobalMaxPooling2D: globalMaxPooling2dScene,
  GlobalAveragePooling2D: globalAveragePooling2dScene,
  Activation: activationScene,
  ReLU: reLUScene,
  Flatten: flattenScene,
  Dense: denseScene,
  Dropout: dropoutScene,
};
