import { sizeOf } from '../base/tensor.ts';
import type { DatasetDefinition } from '../model/datasets/definition.ts';
import { forecastChannel, lastValueOf } from '../model/datasets/last-value.ts';
import type { BatchSource } from './batches.ts';
import type { Rows } from './data/rows.ts';
import type { NumberErrors, Numbers } from './engine.ts';

/** The mean of each number of the targets. */
export function meanTargets({ targets, count }: Rows): number[] {
  const size = targets.length / count;
  const sums = new Array<number>(size).fill(0);
  targets.forEach((value, at) => {
    sums[at % size]! += value;
  });
  return sums.map((sum) => sum / count);
}

function errorsOf(truths: Float32Array, predictions: Float32Array): NumberErrors {
  let absolute = 0;
  let squared = 0;
  truths.forEach((truth, at) => {
    const error = predictions[at]! - truth;
    absolute += Math.abs(error);
    squared += error * error;
  });
  return { mean_absolute_error: absolute / truths.length, mean_squared_error: squared / truths.length };
}

/** What is predicted of each row without a model. */
function baselineOf(
  definition: DatasetDefinition,
  { rows }: BatchSource,
  mean: readonly number[],
): Float32Array {
  if (forecastChannel(definition) === undefined) {
    return Float32Array.from({ length: rows.count * mean.length }, (_, at) => mean[at % mean.length]!);
  }
  const input = new Float32Array(sizeOf(definition.shape));
  return Float32Array.from({ length: rows.count }, (_, row) => {
    rows.read(row, input, 0);
    return lastValueOf(definition, input)!;
  });
}

/** The numbers that the outputs give for the rows of a source, beside the truth and the baseline. */
export function numbersOf(
  definition: DatasetDefinition,
  source: BatchSource,
  outputs: readonly Float32Array[],
  mean: readonly number[],
): Numbers {
  const { rows, targets } = source;
  const truths = Float32Array.from(rows.targets);
  const predictions = new Float32Array(truths.length);
  targets.forEach(({ head, size }, output) => {
    for (let row = 0; row < rows.count; row++) {
      for (let at = 0; at < size; at++) {
        predictions[row * mean.length + head.from + at] = outputs[output]![row * size + at]!;
      }
    }
  });
  return {
    truths,
    predictions,
    errors: errorsOf(truths, predictions),
    baseline: {
      type: forecastChannel(definition) === undefined ? 'training-mean' : 'last-value',
      ...errorsOf(truths, baselineOf(definition, source, mean)),
    },
  };
}
