import * as v from 'valibot';
import { KernelscopeError } from '../../base/errors.ts';
import { layerName } from '../schema/layer-name.ts';
import { Fault, leaf, numberWithin, object, orNull, type Schema } from '../schema/leaf.ts';
import { taking } from '../schema/takes.ts';
import { MOST_AXES } from './axes.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';
import { seedArgument } from './seed.ts';

type NoiseShape = readonly (number | null)[];

export interface DropoutConfig extends BaseConfig {
  readonly rate: number;
  /** Batch axis first: 1 where all cells of the axis fall together, null where each has its own fate. */
  readonly noise_shape: NoiseShape | null;
  readonly seed: number | null;
}

/** Share of the cells that fall. */
export function dropRate() {
  return numberWithin({ least: 0, most: 1 });
}

function noiseShape(): Schema<NoiseShape> {
  const schema = leaf('a list with a size or null for each axis', (value): NoiseShape | Fault => {
    if (!Array.isArray(value)) return new Fault('type');
    if (value.length === 0 || value.length > MOST_AXES) return new Fault('range');
    const position = value.findIndex((size) => size !== null && !(Number.isInteger(size) && size > 0));
    if (position < 0) return value as NoiseShape;
    return new Fault('range', { position, expected: 'a whole number of at least 1, or null' });
  });
  return taking(schema, { type: 'integers', least: 1 });
}

/** Passes its input on, except in training. */
export const dropout: LayerDefinition<DropoutConfig> = {
  ...elementwise,
  snakeName: 'dropout',
  operation: 'identity',
  schema: object({
    name: layerName(),
    rate: dropRate(),
    noise_shape: v.optional(orNull(noiseShape()), null),
    seed: seedArgument(),
  }),
  validate({ noise_shape }, inputs) {
    const shape = [1, ...inputs[0]!];
    const fits = noise_shape?.every((size, axis) => size === null || size === 1 || size === shape[axis]);
    if (!noise_shape || (fits && noise_shape.length === shape.length)) return;
    throw new KernelscopeError({
      code: 'shape',
      path: 'config.noise_shape',
      expected: `1 or null for the batch, then for each of the axes [${inputs[0]!.join(', ')}] its size, 1 or null`,
      received: JSON.stringify(noise_shape),
    });
  },
  activation: () => 'linear',
};
