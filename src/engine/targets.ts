import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import type { Shape } from '../base/tensor.ts';
import type { DatasetDefinition } from '../model/datasets/definition.ts';
import type { ModelDocument } from '../model/document.ts';
import { allows } from '../model/free-sizes.ts';
import { type Head, headsOf } from '../model/heads.ts';
import { isRegression } from '../model/losses.ts';
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

/** @throws KernelscopeError `dataset-shape` where the model does not take the data set's samples. */
export function checkInput({ model }: ModelDocument, dataset: DatasetDefinition): void {
  const { input_shape: declared } = model;
  if (allows(declared, dataset.shape)) return;
  throw new KernelscopeError({
    code: 'dataset-shape',
    path: 'model.input_shape',
    expected: printable(dataset.shape),
    received: printable(declared),
  });
}

/**
 * The targets of a data set of classes for each of the model's outputs `[unit]`: one-hot, for which a sparse loss takes any
 * number of units that is enough, as Keras does; the bare class number for a regression on one unit.
 * @throws KernelscopeError `dataset-shape`
 */
export function targetsFor(
  network: Network,
  dataset: DatasetDefinition,
  compile: NonNullable<ModelDocument['compile']>,
): readonly Targets[] {
  return headsOf(compile, network.outputs).map((head) => targetsOf(network, dataset, head));
}

function targetsOf(network: Network, dataset: DatasetDefinition, { output, loss }: Head): Targets {
  const shape = network.byName.get(output)!.outputShape;
  const units = shape.length === 1 ? shape[0]! : 0;
  if (isRegression(loss) && units === 1) {
    return {
      size: 1,
      write(data, start, label) {
        data[start] = label;
      },
    };
  }
  const fits =
    loss.class_name === 'SparseCategoricalCrossentropy'
      ? units >= dataset.classes.length
      : units === dataset.classes.length;
  if (!fits) throw misfit(output, [dataset.classes.length], shape);
  return {
    size: units,
    write(data, start, label) {
      data[start + label] = 1;
    },
  };
}
