import { KernelscopeError } from '../../base/errors.ts';
import type { Shape } from '../../base/tensor.ts';
import type { ModelDocument } from '../document.ts';
import { allows } from '../free-sizes.ts';
import { headsOf } from '../heads.ts';
import { isRegression, type LossConfig } from '../losses.ts';
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
function predictsClasses(loss: LossConfig | undefined, output: Shape, classes: number): boolean {
  if (output.length !== 1) return false;
  const units = output[0]!;
  if (loss?.class_name === 'SparseCategoricalCrossentropy') return units >= classes;
  // A single unit may be trained on the bare class number.
  if (loss && isRegression(loss) && units === 1) return true;
  return units === classes;
}

/** Why the document's data set cannot be put through its model (code `dataset-shape`); undefined where it can. */
export function datasetMisfit(document: ModelDocument, network: Network): KernelscopeError | undefined {
  // Past the gate every name is a bundled data set's.
  const { shape, classes } = findDataset(document.dataset.name)!;
  if (!allows(document.model.input_shape, shape)) {
    return misfit('model.input_shape', `[${shape.join(', ')}]`, network.inputShape);
  }
  const losses = document.compile && headsOf(document.compile, network.outputs).map((head) => head.loss);
  for (const [at, name] of network.outputs.entries()) {
    const output = network.byName.get(name)!.outputShape;
    if (predictsClasses(losses?.[at], output, classes.length)) continue;
    return misfit('model.layers', `${classes.length} units in the last layer, one for each class`, output);
  }
  return undefined;
}
