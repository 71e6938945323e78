import type { DatasetDefinition } from './definition.ts';
import { emoji } from './emoji.ts';
import { fashionMnist } from './fashion-mnist.ts';
import { mnist } from './mnist.ts';

/** The bundled data sets. */
export const datasets: readonly DatasetDefinition[] = [mnist, fashionMnist, emoji];

export function findDataset(name: string): DatasetDefinition | undefined {
  return datasets.find((dataset) => dataset.name === name);
}

/** The one of a document that names none. */
export const DEFAULT_DATASET = mnist;
