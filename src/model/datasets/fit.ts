import { KernelscopeError } from '../../base/errors.ts';
import { printable } from '../../base/json.ts';
import type { ModelDocument } from '../document.ts';
import { allows } from '../free-sizes.ts';
import { headsOf } from '../heads.ts';
import type { Network } from '../network.ts';
import type { DatasetTarget } from './definition.ts';
import { headTarget } from './head-target.ts';
import { datasetOf } from './registry.ts';

function misfit(path: string, expected: string, received: readonly (number | null)[]): KernelscopeError {
  return new KernelscopeError({
    code: 'dataset-shape',
    path,
    expected,
    received: printable(received),
  });
}

/** What the model has to say of each sample. */
function expectedOf(target: DatasetTarget): string {
  if (target.type === 'heads') {
    return `${target.heads} outputs of ${target.classes.length} units, one output for each head`;
  }
  if (target.type === 'numbers') {
    const { length } = target.names;
    const units =
      length === 1 ? 'one unit in the last layer, for the number' : `${length} units in the last layer`;
    return `${units}, and a loss for numbers such as mean_squared_error`;
  }
  const { length } = target.classes;
  const binary = length === 2 ? ', or one sigmoid unit with binary_crossentropy' : '';
  return `${length} units in the last layer, one for each class${binary}`;
}

/** Why the document's data set cannot be put through its model (code `dataset-shape`); undefined where it can. */
export function datasetMisfit(document: ModelDocument, network: Network): KernelscopeError | undefined {
  // Past the gate every name is a bundled data set's.
  const { shape, target } = datasetOf(document.dataset);
  if (!allows(document.model.input_shape, shape)) {
    return misfit('model.input_shape', printable(shape), document.model.input_shape);
  }
  const { outputs } = network;
  const losses = document.compile && headsOf(document.compile, outputs).map((head) => head.loss);
  for (const [at, name] of outputs.entries()) {
    const output = network.byName.get(name)!.outputShape;
    if (headTarget(target, losses?.[at], output, { at, outputs: outputs.length })) continue;
    return misfit('model.layers', expectedOf(target), output);
  }
  return undefined;
}
