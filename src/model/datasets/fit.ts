import { KernelscopeError } from '../../base/errors.ts';
import type { Shape } from '../../base/tensor.ts';
import type { ModelDocument } from '../document.ts';
import type { Network } from '../network.ts';
import { findDataset } from './registry.ts';

function misfit(path: string, expected: string, received: Shape): KernelscopeError {
  return new KernelscopeError({
    code: 'dataset-shape',
    path,
    expected,
    received: `[${received.join(', ')}]`,
  });
}

/** Whether the network's prediction has a unit for every class, as its loss wants it. */
function predictsClasses(document: ModelDocument, output: Shape, classes: number): boolean {
  if (output.length !== 1) return false;
  const units = output[0]!;
  if (document.compile?.loss.class_name === 'SparseCategoricalCrossentropy') return units >= classes;
  // A single unit may be trained on the bare class number.
  if (document.compile?.loss.class_name === 'MeanSquaredError' && units === 1) return true;
  return units === classes;
}

/** Why the document's data set cannot be put through its model (code `dataset-shape`); undefined where it can. */
export function datasetMisfit(document: ModelDocument, network: Network): KernelscopeError | undefined {
  // Past the gate every name is a bundled data set's.
  const { shape, classes } = findDataset(document.dataset.name)!;
  const { inputShape } = network;
  const fits = inputShape.length === shape.length && inputShape.every((size, axis) => size === shape[axis]);
  if (!fits) return misfit('model.input_shape', `[${shape.join(', ')}]`, inputShape);
  const output = network.byName.get(network.output)!.outputShape;
  if (predictsClasses(document, output, classes.length)) return undefined;
  return misfit('model.layers', `${classes.length} units in the last layer, one for each class`, output);
}
