import type { Derivation, LayerDefinition } from './definition.ts';

/** What the layers share whose output cell comes from the input cell at the same index. */
export const elementwise = {
  validate: () => {},
  outputShape: (_, inputs) => inputs[0]!,
  weights: () => [],
  macs: () => 0,
  derive: (_, __, index): Derivation => ({ reduction: 'identity', terms: [{ input: 0, inputIndex: index }] }),
} satisfies Partial<LayerDefinition>;
