import { datasetOf, findDataset } from '../../model/datasets/registry.ts';
import type { ModelDocument } from '../../model/document.ts';
import { contextOf, dataContext } from '../keras/python-context.ts';
import type { PythonContext } from '../keras/reading/context.ts';
import type { Preset } from './presets.ts';

/** What a preset is read for: its own data, or the pictures in hand where it is meant for pictures. */
export function presetContext({ dataset, fit }: Preset, document: ModelDocument): PythonContext {
  const own = findDataset(dataset)!;
  const pictures = (shape: readonly number[]) => shape.length === 3;
  const inHand = pictures(own.shape) && pictures(datasetOf(document.dataset).shape);
  const data = inHand ? contextOf(document).dataset : dataContext(own, own.default);
  return { dataset: data, ...(fit && { fit }) };
}
