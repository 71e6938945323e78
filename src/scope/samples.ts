import type { Context } from './context.ts';

/** How many samples of the data set the page shows to choose from. */
const COUNT = 20;

/** Thumbnails of the document's data set; none where it cannot be loaded. */
export async function loadSamples({ engine, stores }: Context): Promise<void> {
  const { dataset } = stores.document.getState().document;
  let samples: Awaited<ReturnType<typeof engine.samples>> = [];
  try {
    samples = await engine.samples('test', Math.min(COUNT, dataset.test), dataset.name);
  } catch {
    // The page says what matters when a sample is asked for: the error of `setInput`.
  }
  if (stores.document.getState().document.dataset.name === dataset.name) stores.status.setState({ samples });
}
