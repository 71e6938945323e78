import type { LayerKind } from '../../model/layers/kinds.ts';
import { bidirectional } from './bidirectional.ts';
import type { EngineLayer } from './layer.ts';
import { timeDistributed } from './time-distributed.ts';
import { wrappableLayers } from './wrappable.ts';

/** Every layer kind that the engine computes. */
export const engineLayers: Record<LayerKind, EngineLayer> = {
  ...wrappableLayers,
  TimeDistributed: timeDistributed,
  Bidirectional: bidirectional,
};
