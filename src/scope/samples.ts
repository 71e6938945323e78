import { sameData } from '../model/datasets/custom.ts';
import { WORD } from '../model/datasets/definition.ts';
import { datasetOf } from '../model/datasets/registry.ts';
import type { Context } from './context.ts';

/** How many samples of the data set the page shows to choose from. */
const COUNT = 20;

/** The vocabulary of the document's data set, where that is of texts and can be loaded. */
async function loadWords({ engine, stores }: Context): Promise<void> {
  const { dataset } = stores.document.getState().document;
  if (datasetOf(dataset).unit !== WORD) {
    stores.status.setState({ words: undefined });
    return;
  }
  const words = await engine.words(dataset).catch(() => undefined);
  if (sameData(stores.document.getState().document.dataset, dataset)) stores.status.setState({ words });
}

/** Thumbnails of the document's data set; none where it cannot be loaded. */
export async function loadSamples(context: Context): Promise<void> {
  const { engine, stores } = context;
  void loadWords(context);
  const { dataset } = stores.document.getState().document;
  let samples: Awaited<ReturnType<typeof engine.samples>> = [];
  try {
    samples = await engine.samples('test', Math.min(COUNT, dataset.test), dataset);
  } catch {
    // The page says what matters when a sample is asked for: the error of `setInput`.
  }
  if (sameData(stores.document.getState().document.dataset, dataset)) stores.status.setState({ samples });
}
