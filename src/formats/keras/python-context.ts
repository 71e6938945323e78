import { findDataset } from '../../model/datasets/registry.ts';
import type { ModelDocument } from '../../model/document.ts';
import { minimise } from '../../model/normalise.ts';
import { datasetTitle } from '../../text/python.ts';
import type { PythonContext } from './reading/context.ts';

/** What code takes from the document in hand where it does not say it: the data set, the title, the seed, `fit`. */
export function contextOf(document: ModelDocument): PythonContext {
  const { name, train, test } = document.dataset;
  // Past the gate every name is a bundled data set's.
  const { shape, classes } = findDataset(name)!;
  const { fit } = minimise(document) as { readonly fit?: unknown };
  return {
    dataset: { name, title: datasetTitle(name), shape, classes: classes.length, train, test },
    title: document.title,
    seed: document.seed,
    ...(fit !== undefined && { fit }),
  };
}
