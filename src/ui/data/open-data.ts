import { useEffect, useState } from 'react';
import type { Tensor } from '../../base/tensor.ts';
import { sizeOf } from '../../base/tensor.ts';
import { type Dataset, openDataset, type Rows } from '../../engine/data/dataset.ts';
import type { Split } from '../../engine/engine.ts';
import type { DatasetDefinition } from '../../model/datasets/definition.ts';

/** The pictures of a data set that a document takes, by split. */
export interface OpenData {
  readonly definition: DatasetDefinition;
  readonly rows: Readonly<Record<Split, Rows>>;
}

const opened = new Map<string, Dataset>();

function datasetOf(definition: DatasetDefinition): Dataset {
  const baseUrl = new URL(import.meta.env.BASE_URL, document.baseURI).href;
  const known = opened.get(definition.name) ?? openDataset(definition, baseUrl);
  opened.set(definition.name, known);
  return known;
}

/** The first `train` and `test` pictures; undefined while they load, `failed` where they cannot be had. */
export function useData(
  definition: DatasetDefinition,
  train: number,
  test: number,
): OpenData | 'failed' | undefined {
  const [data, setData] = useState<OpenData | 'failed'>();
  useEffect(() => {
    let current = true;
    const dataset = datasetOf(definition);
    Promise.all([dataset.rows('train', train), dataset.rows('test', test)]).then(
      ([trained, tested]) => current && setData({ definition, rows: { train: trained, test: tested } }),
      () => current && setData('failed'),
    );
    return () => {
      current = false;
    };
  }, [definition, train, test]);
  return data === 'failed' || data?.definition === definition ? data : undefined;
}

/** Places of a class's pictures in their split. */
export function placesOf({ rows }: OpenData, split: Split, label: number): number[] {
  const places: number[] = [];
  rows[split].labels.forEach((given, place) => {
    if (given === label) places.push(place);
  });
  return places;
}

/** One picture as the model sees it. */
export function pictureAt({ definition: { shape }, rows }: OpenData, split: Split, place: number): Tensor {
  const size = sizeOf(shape);
  const bytes = rows[split].pixels.subarray(place * size, (place + 1) * size);
  return { shape, data: Float32Array.from(bytes, (byte) => byte / 255) };
}
