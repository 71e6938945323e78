import type { ModelDocument } from '../document.ts';
import { activity } from './activity.ts';
import { customDefinition, isCustom } from './custom.ts';
import type { DatasetDefinition } from './definition.ts';
import { emoji } from './emoji.ts';
import { fashionMnist } from './fashion-mnist.ts';
import { manyOutputs, sequences, spectra, waves } from './generated.ts';
import { mnist } from './mnist.ts';
import { sentences } from './sentences.ts';
import { series, series3 } from './series.ts';
import { spokenDigits, spokenDigitsMfcc, spokenDigitsPitch } from './spoken-digits.ts';
import { weather, weather8 } from './weather.ts';

/** The bundled data sets. */
export const datasets: readonly DatasetDefinition[] = [
  mnist,
  fashionMnist,
  emoji,
  activity,
  weather,
  weather8,
  sentences,
  spokenDigits,
  spokenDigitsMfcc,
  spokenDigitsPitch,
  spectra,
  sequences,
  waves,
  series,
  series3,
  manyOutputs,
];

export function findDataset(name: string): DatasetDefinition | undefined {
  return datasets.find((dataset) => dataset.name === name);
}

const customs = new WeakMap<object, DatasetDefinition>();

/** The data set of a document past the gate: a bundled one by its name, the reader's own by its description. */
export function datasetOf(dataset: ModelDocument['dataset']): DatasetDefinition {
  if (!isCustom(dataset)) return findDataset(dataset.name)!;
  const known = customs.get(dataset) ?? customDefinition(dataset);
  customs.set(dataset, known);
  return known;
}

/** The one of a document that names none. */
export const DEFAULT_DATASET = mnist;
