import type { LayerKind } from '../../model/layers/kinds.ts';
import type { LayerScene } from '../lens/request.ts';
import { bidirectionalScene } from './bidirectional.ts';
import { timeDistributedScene } from './time-distributed.ts';
import { wrappableScenes } from './wrappable.ts';

/** Every layer kind's picture. */
export const layerScenes: Record<LayerKind, LayerScene> = {
  ...wrappableScenes,
  TimeDistributed: timeDistributedScene,
  Bidirectional: bidirectionalScene,
};
