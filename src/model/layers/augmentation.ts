import * as v from 'valibot';
import { layerName } from '../schema/layer-name.ts';
import { Fault, leaf, object, oneOf, realNumber, type Schema } from '../schema/leaf.ts';
import { taking } from '../schema/takes.ts';
import { type DataFormat, dataFormatArgument, isChannelsFirst } from './data-format.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';
import { checkSpatial } from './refuse.ts';
import { seedArgument } from './seed.ts';

const FILL_MODES = ['reflect', 'wrap', 'constant', 'nearest'] as const;

/** What lies beyond a picture's edges: itself mirrored, itself again, one number, or its last cells. */
export type FillMode = (typeof FILL_MODES)[number];

/** How layers that move pictures read between the cells and beyond the edges. */
export interface MovingConfig extends BaseConfig {
  readonly fill_mode: FillMode;
  readonly interpolation: 'nearest' | 'bilinear';
  readonly seed: number | null;
  readonly fill_value: number;
  readonly data_format: DataFormat;
}

/** Their schemas, in Keras's order, after a layer's own. */
export function movingArguments() {
  return {
    fill_mode: v.optional(oneOf(FILL_MODES), 'reflect'),
    interpolation: v.optional(oneOf(['nearest', 'bilinear']), 'bilinear'),
    seed: seedArgument(),
    fill_value: v.optional(realNumber(), 0),
    data_format: dataFormatArgument(),
  };
}

/** A number stands for the range from its negative to itself. */
export type Factor = number | readonly number[];

export function rangeOf(factor: Factor): readonly [number, number] {
  return typeof factor === 'number'
    ? [-Math.abs(factor), Math.abs(factor)]
    : (factor as readonly [number, number]);
}

/** A number of at most 1, or the range between two; `open` where -1 itself is too little. */
export function factor(open = false): Schema<Factor> {
  const least = open ? 'above -1' : 'of at least -1';
  const number = `a number ${least} and at most 1`;
  const fits = (value: unknown): value is number =>
    Number.isFinite(value) && Number(value) <= 1 && (open ? Number(value) > -1 : Number(value) >= -1);
  const schema = leaf(`${number}, or a list of two of them`, (value): Factor | Fault => {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (Array.isArray(value) && value.length !== 2) return new Fault('range');
    const position = list.findIndex((item) => !fits(item));
    if (position >= 0) {
      const code = typeof list[position] === 'number' ? 'range' : 'type';
      return new Fault(code, Array.isArray(value) ? { position, expected: number } : {});
    }
    if (!Array.isArray(value)) return Math.abs(value as number);
    const [low, high] = (value as number[]).toSorted((a, b) => a - b) as [number, number];
    return low === -high ? high : [low, high];
  });
  return taking(schema, { type: 'number', ...(open ? { above: -1 } : { least: -1 }), most: 1 });
}

/** A layer that changes pictures at random in training, and passes them on else. */
export function augmentation<C extends BaseConfig>(
  snakeName: string,
  entries: v.ObjectEntries,
): LayerDefinition<C> {
  return {
    ...elementwise,
    snakeName,
    operation: 'identity',
    schema: object({ name: layerName(), ...entries }) as unknown as Schema<C>,
    validate: (config, inputs) => checkSpatial(inputs[0]!, 2, isChannelsFirst(config)),
    activation: () => 'linear',
  };
}
