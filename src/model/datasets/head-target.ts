import type { Shape } from '../../base/tensor.ts';
import { isRegression, type LossConfig } from '../losses.ts';
import type { DatasetTarget } from './definition.ts';
import { targetSize } from './target.ts';

/** How one output's loss is given what is to be said of a sample. */
export interface HeadTarget {
  /** Of one sample. */
  readonly shape: Shape;
  /** The first of the sample's targets that counts for this output, and how many do. */
  readonly from: number;
  readonly count: number;
  /** Units a class number becomes, of which its own is 1; undefined where numbers are taken as they are. */
  readonly oneHot?: number;
  /** One unit is the probability of the second of two classes. */
  readonly binary?: true;
}

const OF_PROBABILITIES: ReadonlySet<LossConfig['class_name']> = new Set([
  'BinaryCrossentropy',
  'BinaryFocalCrossentropy',
]);

/** Losses of one unit that tells two classes apart. */
const OF_TWO: ReadonlySet<LossConfig['class_name']> = new Set([...OF_PROBABILITIES, 'Hinge', 'SquaredHinge']);

/** Losses that only make sense of a distribution over classes. */
const OF_DISTRIBUTIONS: ReadonlySet<LossConfig['class_name']> = new Set([
  'CategoricalCrossentropy',
  'SparseCategoricalCrossentropy',
  'CategoricalFocalCrossentropy',
  'CategoricalHinge',
]);

/** One class number, from the sample's target `from`, for an output of these units. */
function ofClass(
  from: number,
  classes: number,
  units: number,
  loss: LossConfig | undefined,
): HeadTarget | undefined {
  // A single unit may be trained on the bare class number.
  if (loss && units === 1 && (isRegression(loss) || (classes === 2 && OF_TWO.has(loss.class_name)))) {
    const binary = classes === 2 && OF_PROBABILITIES.has(loss.class_name);
    return { shape: [1], from, count: 1, ...(binary && { binary }) };
  }
  // A sparse loss takes any number of units that is enough, as in Keras.
  const fits = loss?.class_name === 'SparseCategoricalCrossentropy' ? units >= classes : units === classes;
  return fits ? { shape: [units], from, count: 1, oneHot: units } : undefined;
}

/**
 * What output number `at` of `outputs` in all, of shape `output`, is trained on; undefined where the data set's target
 * is none for it. Several outputs on one class, or on the same numbers, each have all of it; of as many outputs of one
 * unit as there are numbers, and of as many outputs as there are heads, each has its own.
 */
export function headTarget(
  target: DatasetTarget,
  loss: LossConfig | undefined,
  output: Shape,
  { at, outputs }: { readonly at: number; readonly outputs: number },
): HeadTarget | undefined {
  const units = output.at(-1)!;
  if (target.type === 'heads') {
    const { heads, classes } = target;
    if (outputs === heads && output.length === 1) return ofClass(at, classes.length, units, loss);
    // All heads as the rows of one output.
    if (output.length !== 2 || output[0] !== heads) return undefined;
    const one = ofClass(0, classes.length, units, loss);
    return one && { ...one, shape: [heads, units], count: heads };
  }
  if (output.length !== 1) return undefined;
  if (target.type === 'classes') return ofClass(0, target.classes.length, units, loss);
  if (loss && OF_DISTRIBUTIONS.has(loss.class_name)) return undefined;
  const count = targetSize(target);
  if (units === count) return { shape: [count], from: 0, count };
  return units === 1 && outputs === count ? { shape: [1], from: at, count: 1 } : undefined;
}
