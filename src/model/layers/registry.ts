import { bidirectional } from './bidirectional.ts';
import type { LayerDefinition } from './definition.ts';
import type { LayerKind } from './kinds.ts';
import { timeDistributed } from './time-distributed.ts';
import { wrappableDefinitions } from './wrappable.ts';

/** Every layer kind that the core knows. */
export const layerDefinitions: Record<LayerKind, LayerDefinition> = {
  ...wrappableDefinitions,
  TimeDistributed: timeDistributed,
  Bidirectional: bidirectional,
};
