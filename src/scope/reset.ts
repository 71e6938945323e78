import { admit } from '../model/gate.ts';
import { minimise } from '../model/normalise.ts';
import { replaced } from '../stores/document.ts';
import { historyText } from '../text/history.ts';
import type { Context } from './context.ts';
import { emitTrace } from './emit-trace.ts';
import { endRun } from './run.ts';

/** Fresh weights and no history; another seed becomes the document's. A run under way is ended first. */
export async function reset(context: Context, seed: unknown): Promise<void> {
  const { engine, stores, queue, events } = context;
  return queue(async () => {
    const { document } = stores.document.getState();
    const seeded = seed === undefined ? undefined : admit({ ...(minimise(document) as object), seed });
    await endRun(context, 'replaced');
    const built = await engine.reset(seeded?.document.seed ?? document.seed);

    if (seeded && seeded.document.seed !== document.seed) {
      const { weights: lost, provenance } = stores.trace.getState();
      const change = historyText.seed(String(seeded.document.seed));
      stores.document.setState((state) =>
        replaced(state, seeded, { change, edit: false, renamed: {}, lost, provenance }),
      );
      events.emit('document', minimise(seeded.document));
    }
    stores.run.begin(built.runId);
    stores.trace.setState({ trace: built.trace, weights: built.weights, provenance: 'fresh' });
    stores.status.setState({ error: undefined });
    emitTrace(context);
  });
}
