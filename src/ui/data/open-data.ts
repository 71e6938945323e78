import { useEffect, useState } from 'react';
import type { Dataset } from '../../engine/data/dataset.ts';
import { createPageDatasets, type PageDatasets } from '../../engine/data/page-datasets.ts';
import { type Rows, sampleOf } from '../../engine/data/rows.ts';
import type { Series } from '../../engine/data/series.ts';
import type { Sample, Split } from '../../engine/engine.ts';
import type { CustomDataset } from '../../model/datasets/custom.ts';
import { type DatasetDefinition, WORD } from '../../model/datasets/definition.ts';
import { targetSize } from '../../model/datasets/target.ts';

/** The pictures of a data set that a document takes, by split. */
export interface OpenData {
  readonly definition: DatasetDefinition;
  readonly rows: Readonly<Record<Split, Rows>>;
  /** The vocabulary, where samples are texts. */
  readonly words: readonly string[] | undefined;
  /** The series, where samples are windows of one. */
  readonly series: Series | undefined;
}

let opened: PageDatasets | undefined;

function datasets(): PageDatasets {
  opened ??= createPageDatasets(new URL(import.meta.env.BASE_URL, document.baseURI).href);
  return opened;
}

async function load(dataset: Dataset, train: number, test: number): Promise<OpenData> {
  const { definition } = dataset;
  const [trained, tested, words, series] = await Promise.all([
    dataset.rows('train', train),
    dataset.rows('test', test),
    definition.unit === WORD ? dataset.words() : undefined,
    dataset.series(),
  ]);
  return { definition, rows: { train: trained, test: tested }, words, series };
}

/** The first `train` and `test` pictures; undefined while they load, `failed` where they cannot be had. */
export function useData(
  definition: DatasetDefinition,
  train: number,
  test: number,
  own?: CustomDataset,
): OpenData | 'failed' | undefined {
  const [data, setData] = useState<OpenData | 'failed'>();
  useEffect(() => {
    let current = true;
    datasets()
      .of(own ?? definition.name)
      .then((dataset) => load(dataset, train, test))
      .then(
        (open) => current && setData({ ...open, definition }),
        () => current && setData('failed'),
      );
    return () => {
      current = false;
    };
  }, [definition, own, train, test]);
  return data === 'failed' || data?.definition === definition ? data : undefined;
}

/** Places of a class's samples in their split, or of all of them. */
export function placesOf({ rows }: OpenData, split: Split, label?: number): number[] {
  if (label === undefined) return Array.from({ length: rows[split].count }, (_, place) => place);
  const places: number[] = [];
  rows[split].targets.forEach((given, place) => {
    if (given === label) places.push(place);
  });
  return places;
}

/** One sample as the model sees it. */
export function sampleAt({ definition, rows }: OpenData, split: Split, place: number): Sample {
  return sampleOf(rows[split], place, definition.shape, targetSize(definition.target));
}
