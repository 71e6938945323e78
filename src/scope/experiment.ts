import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import type { Engine } from '../engine/engine.ts';
import type { ModelDocument } from '../model/document.ts';
import { spreadOf } from '../model/spread-of-scores.ts';
import { keyOf } from '../stores/code.ts';
import type { Score } from '../stores/experiment.ts';
import type { Context, Experiment } from './context.ts';
import { refuseUnfit } from './dataset.ts';
import { refuseDuringRun } from './run.ts';
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
  const repeats = count(options.repeats, 'repeats', MOST_REPEATS) ?? REPEATS;
  const epochs = count(options.epochs, 'epochs', Number.MAX_SAFE_INTEGER);
  const { finished } = await context.queue(async () => {
    const { document, network } = context.stores.document.getState();
    refuseDuringRun(context, 'experiment');
    if (context.experiment)
      throw new KernelscopeError({ code: 'busy', path: 'experiment', reason: 'running' });
    refuseUncompiled(context);
    refuseUnfit(document, network);
    if (!context.spare) throw new KernelscopeError({ code: 'unsupported', reason: 'no-spare' });
    context.experiment = begin(context, context.spare(), document, repeats, epochs ?? document.fit.epochs);
    return context.experiment;
  });
  return finished;
}

function begin(
  context: Context,
  engine: Engine,
  document: ModelDocument,
  repeats: number,
  epochs: number,
): Experiment {
  const { stores, events } = context;
  const { input } = stores.trace.getState().probe;
  const backend = stores.status.getState().backend?.name;
  const scores: Score[] = [];
  let stop: () => void = () => {};
  const ended = new Promise<undefined>((resolve) => {
    stop = () => resolve(undefined);
  });

  async function measure(seed: number): Promise<Score> {
    await engine.build({ ...document, seed }, input);
    await engine.train({ epochs });
    const { metrics } = await engine.evaluate('test');
    return { seed, ...metrics } as Score;
  }

  async function run(): Promise<ExperimentRecord> {
    try {
      if (backend) await Promise.race([engine.setBackend(backend), ended]);
      while (scores.length < repeats) {
        // The engine of an experiment that is stopped is gone, and its calls with it.
        const score = await Promise.race([measure(document.seed + scores.length), ended]);
        if (!score) break;
        scores.push(score);
        stores.experiment.setState({ scores: [...scores], share: 0 });
        events.emit('score', { ...score });
      }
      const stopped = scores.length < repeats ? 'paused' : 'finished';
      return { scores: scores.map((score) => ({ ...score })), ...spreadOf(scores), stopped };
    } finally {
      engine.destroy();
      context.experiment = undefined;
      stores.experiment.setState({ status: 'idle', share: 0 });
    }
  }

  stores.experiment.setState({ status: 'running', repeats, scores: [], share: 0, key: keyOf(document) });
  engine.on((event) => {
    if (event.type !== 'batches') return;
    const { step, ofSteps } = event.progress;
    stores.experiment.setState({ share: step / ofSteps });
  });
  const finished = run();
  finished.catch(() => undefined);
  return { finished, stop };
}

function count(given: unknown, path: string, most: number): number | undefined {
  if (given === undefined) return undefined;
  if (Number.isSafeInteger(given) && (given as number) >= 1 && (given as number) <= most)
    return given as number;
  throw new KernelscopeError({
    code: typeof given === 'number' ? 'range' : 'type',
    path,
    expected: most === MOST_REPEATS ? `a whole number from 1 to ${most}` : 'a whole number of at least 1',
    received: printable(given),
  });
}
