import * as v from 'valibot';
import type { Shape } from '../../base/tensor.ts';
import {
  Fault,
  leaf,
  listOf,
  numberWithin,
  object,
  realNumber,
  type Schema,
  text,
  wholeNumber,
  wholeNumbers,
} from '../schema/leaf.ts';
import type { DatasetChannel, DatasetDefinition, DatasetTarget } from './definition.ts';
import { MOST_COLUMNS, type Reading, readingSchema } from './reading.ts';

/** The name by which documents call data that are held in the reader's browser. */
export const CUSTOM = 'custom';

/** Data of the reader's own, described so that a model can be built without them. */
export interface CustomDataset {
  readonly name: typeof CUSTOM;
  readonly train: number;
  readonly test: number;
  /** Which data: a checksum of their numbers. */
  readonly data: string;
  /** Name of the file or folder that they were read from. */
  readonly file: string;
  readonly shape: Shape;
  readonly target: DatasetTarget;
  readonly channels?: readonly DatasetChannel[] | undefined;
  readonly step?: { readonly unit: string; readonly each: number } | undefined;
  /** Smallest and largest number, as the model sees it. */
  readonly range: readonly [number, number];
  readonly available: { readonly train: number; readonly test: number };
  /** How the file was read, so that the same file gives the same data. */
  readonly reading: Reading;
}

const LONGEST_NAME = 200;
const MOST_SAMPLES = 10_000_000;
const MOST_AXES = 6;

const name = text(LONGEST_NAME);
const scaled = {
  scale: v.optional(numberWithin({ above: 0 })),
  offset: v.optional(realNumber()),
};

const known = {
  classes: object({ type: v.literal('classes'), classes: listOf(name, MOST_COLUMNS) }),
  numbers: object({
    type: v.literal('numbers'),
    names: listOf(name, MOST_COLUMNS),
    unit: v.optional(name, ''),
    ...scaled,
    channel: v.optional(wholeNumber(0, MOST_COLUMNS)),
  }),
  heads: object({
    type: v.literal('heads'),
    heads: wholeNumber(1, MOST_COLUMNS),
    classes: listOf(name, MOST_COLUMNS),
  }),
};

const targetType = leaf('one of "classes", "numbers", "heads"', (value) =>
  typeof value === 'string' && Object.hasOwn(known, value)
    ? value
    : new Fault(typeof value === 'string' ? 'range' : 'type'),
);
const unknownTarget = v.pipe(object({ type: targetType }), v.never());

const target = v.lazy((value): Schema<DatasetTarget> => {
  const type = (value as { readonly type?: unknown } | null | undefined)?.type;
  const found = typeof type === 'string' && Object.hasOwn(known, type);
  return (found ? known[type as keyof typeof known] : unknownTarget) as Schema<DatasetTarget>;
});

const range = leaf('the smallest and the largest number', (value): readonly [number, number] | Fault => {
  if (!Array.isArray(value) || value.length !== 2) return new Fault('type');
  const [least, most] = value as unknown[];
  const fits = Number.isFinite(least) && Number.isFinite(most) && (least as number) <= (most as number);
  return fits ? [least as number, most as number] : new Fault('range');
});

const available = object({ train: wholeNumber(1, MOST_SAMPLES), test: wholeNumber(1, MOST_SAMPLES) });

/** What a document says of the reader's own data. */
export const customSchema = v.lazy((value): Schema<CustomDataset> => {
  const counts = (value as Partial<CustomDataset> | null | undefined)?.available;
  const most = (split: 'train' | 'test') => {
    const count = counts?.[split];
    return Number.isSafeInteger(count) ? Math.max(1, count!) : MOST_SAMPLES;
  };
  return object({
    name: v.literal(CUSTOM),
    train: v.optional(wholeNumber(1, most('train')), most('train')),
    test: v.optional(wholeNumber(1, most('test')), most('test')),
    data: text(64),
    file: name,
    shape: wholeNumbers(1, 1, MOST_AXES),
    target,
    channels: v.optional(
      listOf(object({ name, unit: v.optional(name, ''), ...scaled }) as Schema<DatasetChannel>, MOST_COLUMNS),
    ),
    step: v.optional(object({ unit: name, each: numberWithin({ above: 0 }) })),
    range: v.optional(range, [0, 1]),
    available,
    reading: v.optional(readingSchema, {}),
  }) as Schema<CustomDataset>;
});

export function isCustom(dataset: { readonly name: string }): dataset is CustomDataset {
  return dataset.name === CUSTOM;
}

/** Whether two documents take the same data. */
export function sameData(one: { readonly name: string }, other: { readonly name: string }): boolean {
  return one.name === other.name && (!isCustom(one) || !isCustom(other) || one.data === other.data);
}

/** The definition that the description stands for. */
export function customDefinition(dataset: CustomDataset): DatasetDefinition {
  const { shape, target, channels, step, available, range } = dataset;
  return {
    name: CUSTOM,
    shape,
    target,
    ...(channels && { channels }),
    ...(step && { step }),
    origin: 'own',
    storage: { type: 'float32' },
    available,
    default: available,
    unit: '',
    range,
    licence: CUSTOM,
  };
}
