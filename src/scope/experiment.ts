import type { ModelDocument } from '../model/document.ts';
import { spreadOf } from '../model/spread-of-scores.ts';
import { keyOf } from '../stores/code.ts';
import type { Score } from '../stores/experiment.ts';
import { type Bench, besideThePage } from './beside.ts';
import type { Context } from './context.ts';
import { refuseUnfit } from './dataset.ts';
import { givenCount } from './given-count.ts';
import type { ExperimentRecord } from './scope.ts';
import { refuseUncompiled } from './training.ts';

const REPEATS = 10;
const MOST_REPEATS = 100;

/**
 * Trains and evaluates the document's model anew for each of several seeds. It has an engine of its own: the page goes
 * on, and nothing in hand changes.
 */
export async function experiment(
  context: Context,
  options: { readonly repeats?: unknown; readonly epochs?: unknown },
): Promise<ExperimentRecord> {
  const repeats = givenCount(options.repeats, 'repeats', MOST_REPEATS) ?? REPEATS;
  const epochs = givenCount(options.epochs, 'epochs');
  return besideThePage(context, 'experiment', () => {
    const { document, network } = context.stores.document.getState();
    refuseUncompiled(context);
    refuseUnfit(document, network);
    return (bench) => measureAll(context, bench, document, repeats, epochs ?? document.fit.epochs);
  });
}

async function measureAll(
  { stores, events }: Context,
  { engine, orStopped }: Bench,
  document: ModelDocument,
  repeats: number,
  epochs: number,
): Promise<ExperimentRecord> {
  const { input } = stores.trace.getState().probe;
  const scores: Score[] = [];

  async function measure(seed: number): Promise<Score> {
    await engine.build({ ...document, seed }, input);
    await engine.train({ epochs });
    const { metrics } = await engine.evaluate('test');
    return { seed, ...metrics } as Score;
  }

  stores.experiment.setState({ status: 'running', repeats, scores: [], share: 0, key: keyOf(document) });
  engine.on((event) => {
    if (event.type !== 'batches') return;
    const { step, ofSteps } = event.progress;
    stores.experiment.setState({ share: step / ofSteps });
  });
  try {
    while (scores.length < repeats) {
      const score = await orStopped(measure(document.seed + scores.length));
      if (!score) break;
      scores.push(score);
      stores.experiment.setState({ scores: [...scores], share: 0 });
      events.emit('score', { ...score });
    }
    const stopped = scores.length < repeats ? 'paused' : 'finished';
    return { scores: scores.map((score) => ({ ...score })), ...spreadOf(scores), stopped };
  } finally {
    stores.experiment.setState({ status: 'idle', share: 0 });
  }
}
