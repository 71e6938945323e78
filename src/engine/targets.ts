import { KernelscopeError } from '../base/errors.ts';
import type { Shape } from '../base/tensor.ts';
import type { DatasetDefinition } from '../model/datasets/definition.ts';
import type { ModelDocument } from '../model/document.ts';
import type { Network } from '../model/network.ts';

/** How labels become targets: one number a class, or the label itself for a single unit. */
export interface Targets {
  readonly size: number;
  /** Writes the target of a sample with class `label` at `data[start…]`, which is zero. */
  write(data: Float32Array, start: number, label: number): void;
}

function misfit(path: string, expected: Shape, received: Shape): KernelscopeError {
  const text = (shape: Shape) => `[${shape.join(', ')}]`;
  return new KernelscopeError({
    code: 'dataset-shape',
    path,
    expected: text(expected),
    received: text(received),
  });
}

/** @throws KernelscopeError `dataset-shape` where the model does not take the data set's pictures. */
export function checkInput(network: Network, dataset: DatasetDefinition): void {
  const { inputShape } = network;
  if (
    inputShape.length === dataset.shape.length &&
    inputShape.every((length, axis) => length === dataset.shape[axis])
  )
    return;
  throw misfit('model.input_shape', dataset.shape, inputShape);
}

/**
 * The targets of a data set of classes for the model's output `[unit]`: one-hot, for which a sparse loss takes any
 * number of units that is enough, as Keras does; the bare class number for a regression on one unit.
 * @throws KernelscopeError `dataset-shape`
 */
export function targetsFor(
  network: Network,
  dataset: DatasetDefinition,
  compile: NonNullable<ModelDocument['compile']>,
): Targets {
  const loss = compile.loss.class_name;
  const shape = network.byName.get(network.output)!.outputShape;
  const units = shape.length === 1 ? shape[0]! : 0;
  if (loss === 'MeanSquaredError' && units === 1) {
    return {
      size: 1,
      write(data, start, label) {
        data[start] = label;
      },
    };
  }
  const fits =
    loss === 'SparseCategoricalCrossentropy'
      ? units >= dataset.classes.length
      : units === dataset.classes.length;
  if (!fits) throw misfit(network.output, [dataset.classes.length], shape);
  return {
    size: units,
    write(data, start, label) {
      data[start + label] = 1;
    },
  };
}
