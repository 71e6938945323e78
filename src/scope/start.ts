import { KernelscopeError } from '../base/errors.ts';
import { sameData } from '../model/datasets/custom.ts';
import type { Context } from './context.ts';
import { type Opening, open } from './open.ts';
import { publicError } from './public-error.ts';
import { report } from './run.ts';
import { loadSamples } from './samples.ts';

/** Milliseconds within which `ready` settles, whatever happens. */
const PATIENCE = 5000;

/** Opens the first document. Resolves when it is built and traced, rejects when it cannot be, or after 5 s. */
export function start(context: Context, opening?: Promise<Opening>): Promise<void> {
  const { queue, stores, engine, events } = context;
  const built = queue(async () => {
    const { document, network } = stores.document.getState();
    const first = (await opening) ?? { document, network };
    await open(context, first, (state, { document, network }) => ({ ...state, document, network }));
    if (first.fault !== undefined) report(context, first.fault);
  });
  // On a machine with a GPU the choice is measured: other calls don't wait for it.
  const chosen = built.then(async () => stores.status.setState({ backend: await engine.backend() }));
  const ready = settled(built, chosen).catch((error: unknown) => {
    throw publicError(error);
  });
  // Nobody has to wait for it: the page says the error in any case.
  ready.catch(() => undefined);
  built.then(
    () => {
      stores.status.setState({ phase: 'ready' });
      events.emit('ready', undefined);
      void loadSamples(context);
      followDataset(context);
    },
    (error: unknown) => {
      stores.status.setState({ phase: 'failed' });
      report(context, error);
    },
  );
  return ready;
}

/** Other data: their samples in place of those that were shown. */
function followDataset(context: Context): void {
  const { stores } = context;
  stores.document.subscribe(({ document: { dataset } }, { document: { dataset: before } }) => {
    const same = sameData(dataset, before);
    if (same && dataset.test === before.test) return;
    if (!same) stores.status.setState({ samples: [] });
    void loadSamples(context);
  });
}

/** Waits for both, but not longer than there is patience for; `chosen` may fail. No timer stays behind. */
function settled(built: Promise<void>, chosen: Promise<void>): Promise<void> {
  let isBuilt = false;
  built.then(
    () => {
      isBuilt = true;
    },
    () => undefined,
  );
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      if (isBuilt) resolve();
      else reject(new KernelscopeError({ code: 'engine', reason: 'slow-start' }));
    }, PATIENCE);
    chosen
      .catch(() => built)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
