import { type DatasetDefinition, WORD } from '../../model/datasets/definition.ts';
import { datasetOf } from '../../model/datasets/registry.ts';
import { classesOf, targetSize } from '../../model/datasets/target.ts';
import type { ModelDocument } from '../../model/document.ts';
import { minimise } from '../../model/normalise.ts';
import { datasetTitle } from '../../text/python.ts';
import type { PythonContext } from './reading/context.ts';

/** What code may take from a data set, of which a document takes so many samples. */
export function dataContext(
  definition: DatasetDefinition,
  { train, test }: { readonly train: number; readonly test: number },
): PythonContext['dataset'] {
  const { name, shape, target, unit, range } = definition;
  const classes = classesOf(definition).length || targetSize(target);
  const words = unit === WORD ? range[1] + 1 : 0;
  return { name, title: datasetTitle(name), shape, classes, ...(words > 0 && { words }), train, test };
}

/** What code takes from the document in hand where it does not say it: the data set, the title, the seed, `fit`. */
export function contextOf(document: ModelDocument): PythonContext {
  const { fit } = minimise(document) as { readonly fit?: unknown };
  return {
    dataset: dataContext(datasetOf(document.dataset), document.dataset),
    title: document.title,
    seed: document.seed,
    ...(fit !== undefined && { fit }),
  };
}
