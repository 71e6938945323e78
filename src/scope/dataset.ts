import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import type { Split } from '../engine/engine.ts';
import { datasetMisfit } from '../model/datasets/fit.ts';
import { datasetOf } from '../model/datasets/registry.ts';
import type { ModelDocument } from '../model/document.ts';
import { allows } from '../model/free-sizes.ts';
import type { Network } from '../model/network.ts';

export function splitNamed(split: unknown): Split {
  if (split === 'train' || split === 'test') return split;
  throw new KernelscopeError({
    code: 'not-found',
    path: 'split',
    expected: '"train" or "test"',
    received: printable(split),
    reason: 'split',
  });
}

/** Throws `dataset-shape` where the model cannot take the data set's samples. */
export function refuseUnfitInput(document: ModelDocument): void {
  // Past the gate every name is a bundled data set's.
  const { name, shape } = datasetOf(document.dataset);
  const { input_shape: declared } = document.model;
  if (allows(declared, shape)) return;
  throw new KernelscopeError({
    code: 'dataset-shape',
    path: 'model.input_shape',
    expected: `${printable(shape)}, as the samples of ${name} are`,
    received: printable(declared),
  });
}

/** Throws `dataset-shape` where the model cannot be trained on the data set: its input or its output does not fit. */
export function refuseUnfit(document: ModelDocument, network: Network): void {
  const misfit = datasetMisfit(document, network);
  if (misfit) throw misfit;
}
