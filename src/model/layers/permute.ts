import { layerName } from '../schema/layer-name.ts';
import { Fault, leaf, object, type Schema } from '../schema/leaf.ts';
import { taking } from '../schema/takes.ts';
import { MOST_AXES } from './axes.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';
import { checkRank } from './refuse.ts';
import { tuple } from './tuple.ts';

export interface PermuteConfig extends BaseConfig {
  /** For each axis of the output the axis of the input, counted from 1. */
  readonly dims: readonly number[];
}

function dimsArgument(): Schema<readonly number[]> {
  const schema = leaf(`a list of 1 to ${MOST_AXES - 1} axes`, (value): readonly number[] | Fault => {
    if (!Array.isArray(value) || !value.every((axis) => Number.isInteger(axis))) return new Fault('type');
    const dims = value as number[];
    if (dims.length === 0 || dims.length >= MOST_AXES) return new Fault('range');
    if (dims.toSorted((a, b) => a - b).every((axis, at) => axis === at + 1)) return dims;
    // Keras's own words.
    return new Fault('range', {
      reason: 'permute',
      expected:
        'Invalid permutation argument `dims` for Permute Layer. The set of indices in `dims` must be consecutive and start from 1',
      received: `dims=${tuple(dims)}`,
    });
  });
  return taking(schema, { type: 'integers', least: 1 });
}

/** Axes in another order. */
export const permute: LayerDefinition<PermuteConfig> = {
  ...elementwise,
  snakeName: 'permute',
  operation: 'identity',
  rearranges: true,
  turnsAxes: true,
  schema: object({ name: layerName(), dims: dimsArgument() }),
  validate: ({ dims }, inputs) => checkRank(inputs[0]!, dims.length),
  outputShape: ({ dims }, inputs) => dims.map((axis) => inputs[0]![axis - 1]!),
  axes: ({ dims }, [read]) => dims.map((axis) => read![axis - 1]!),
  activation: () => 'linear',
  derive({ dims }, _, index) {
    const inputIndex = dims.map((_, axis) => index[dims.indexOf(axis + 1)]!);
    return { reduction: 'identity', terms: [{ input: 0, inputIndex }] };
  },
};
