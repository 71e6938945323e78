import { type CustomDataset, isCustom } from '../../model/datasets/custom.ts';
import { DEFAULT_DATASET, findDataset } from '../../model/datasets/registry.ts';
import type { DataChoice } from '../engine.ts';
import { type Dataset, openDataset } from './dataset.ts';

/** Data sets as the page's thread reads them: single samples, for the probe and for what is shown. */
export interface PageDatasets {
  /** Rejects with `dataset-shape` where the reader's own data are not in this browser. */
  of(choice: DataChoice | undefined): Promise<Dataset>;
  /** The numbers of the reader's own data, where they are in this browser. */
  found(choice: CustomDataset): Promise<Blob | undefined>;
}

/** Loaded with the first document that has data of the reader's own. */
const heldData = () => import('../own-data/held.ts');
const heldDataset = () => import('./held-dataset.ts');

export function createPageDatasets(baseUrl: string): PageDatasets {
  const opened = new Map<string, Dataset>();

  async function found(choice: CustomDataset): Promise<Blob | undefined> {
    const [{ findHeld }, { isDataOf }] = await Promise.all([heldData(), heldDataset()]);
    const data = await findHeld(choice.data);
    return data && isDataOf(choice, data) ? data : undefined;
  }

  return {
    found,
    async of(choice) {
      if (typeof choice === 'object' && isCustom(choice)) {
        const [{ missingData, openHeld }, data] = await Promise.all([heldDataset(), found(choice)]);
        if (!data) throw missingData(choice);
        return openHeld(choice, data);
      }
      const name = typeof choice === 'object' ? choice.name : choice;
      const definition = findDataset(name ?? '') ?? DEFAULT_DATASET;
      const known = opened.get(definition.name) ?? openDataset(definition, baseUrl);
      opened.set(definition.name, known);
      return known;
    },
  };
}
