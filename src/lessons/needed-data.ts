import { createRandom } from '../base/random.ts';
import { CHUNK, datasetFolder } from '../engine/data/files.ts';
import { isCustom } from '../model/datasets/custom.ts';
import { datasetMisfit } from '../model/datasets/fit.ts';
import { DEFAULT_DATASET, datasetOf } from '../model/datasets/registry.ts';
import type { ModelDocument } from '../model/document.ts';
import { admit } from '../model/gate.ts';
import type { LoadedLesson } from './library.ts';

/** Seeds with which each question is asked: one that draws its document from several shows them all. */
const ASKED = 24;

/** Photographs that an input is chosen from. */
const PHOTOS = `${datasetFolder('photos')}/`;

type Counts = Readonly<Record<'train' | 'test', number>>;

/** Every document that the lesson may put on the page. */
function documentsOf({ lesson, questions }: LoadedLesson): unknown[] {
  return lesson.steps.flatMap(({ scene, task }) => {
    const shown = scene?.document === undefined ? [] : [scene.document];
    if (task?.type !== 'question') return shown;
    const { make } = questions[task.question]!;
    const asked = Array.from({ length: ASKED }, (_, seed) => make(createRandom(seed), task.given).document);
    return [...shown, ...asked.filter((document) => document !== undefined)];
  });
}

/** Samples that a document takes of its data set; of one that it does not fit, none but the first few. */
function needOf(document: ModelDocument, fits: boolean): readonly [folder: string, counts: Counts] {
  const { dataset } = document;
  const { name, storage } = datasetOf(dataset);
  const folder = datasetFolder((storage.type === 'windows' && storage.of) || name);
  return [folder, fits && !isCustom(dataset) ? dataset : { train: 0, test: 0 }];
}

/**
 * Tells which files below `data/` a lesson needs: of the data sets that its documents name, with as many samples as they
 * take. Where a lesson begins with the model that the page opens with, that model's data are among them.
 */
export function neededData(loaded: LoadedLesson): (path: string) => boolean {
  const needs = new Map<string, Counts>();
  const add = ([folder, { train, test }]: readonly [string, Counts]) => {
    const known = needs.get(folder);
    needs.set(folder, {
      train: Math.max(train, known?.train ?? 0),
      test: Math.max(test, known?.test ?? 0),
    });
  };
  const first = loaded.lesson.steps[0];
  const own = first?.scene?.document === undefined;
  add([datasetFolder(DEFAULT_DATASET.name), own ? DEFAULT_DATASET.default : { train: 0, test: 0 }]);
  for (const json of documentsOf(loaded)) {
    const { document, network } = admit(json);
    add(needOf(document, datasetMisfit(document, network) === undefined));
  }
  return (path) => {
    if (path.startsWith(PHOTOS)) return true;
    const at = path.lastIndexOf('/');
    const counts = needs.get(path.slice(0, at));
    if (!counts) return false;
    const [, split, number] = /^(train|test)-(\d+)\.bin$/.exec(path.slice(at + 1)) ?? [];
    return split === undefined || Number(number) * CHUNK < counts[split as 'train' | 'test'];
  };
}
