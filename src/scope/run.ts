import { KernelscopeError } from '../base/errors.ts';
import type { StopReason } from '../engine/engine.ts';
import type { Context, Run } from './context.ts';
import { emitTrace } from './emit-trace.ts';
import { publicError } from './public-error.ts';
import type { HistoryRecord } from './scope.ts';

/** The history so far; the records are copies. */
export function historyOf({ stores }: Context): HistoryRecord {
  const { runId, batches, epochs, health, stopped } = stores.run.getState();
  return {
    runId,
    batches: batches.map((record) => ({ ...record })),
    epochs: epochs.map((record) => ({ ...record })),
    ...(health && { health: { ...health, layers: health.layers.map((layer) => ({ ...layer })) } }),
    ...(stopped === undefined ? {} : { stopped }),
  };
}

/** Throws `busy` during a run. */
export function refuseDuringRun({ run }: Context, call: string): void {
  if (run) throw new KernelscopeError({ code: 'busy', path: call, reason: 'running' });
}

/** Starts a run; it goes on after this returns. Within the queue. */
export function startRun(context: Context, request: Parameters<Context['engine']['train']>[0]): Run {
  const { engine, stores } = context;
  stores.run.setState({ status: 'running', stopped: undefined, progress: undefined });
  stores.status.setState({ error: undefined });
  const finished = engine.train(request);
  finished.catch(() => undefined);
  const run: Run = { finished, endedAs: undefined, settled: undefined };
  context.run = run;
  return run;
}

/** Ends the run under way, if there is one, after the batch in hand, and work beside the page. Within the queue. */
export async function endRun(context: Context, endedAs?: StopReason): Promise<void> {
  const { run, beside } = context;
  if (beside) {
    beside.stop();
    await beside.finished.catch(() => undefined);
  }
  if (!run) return;
  run.endedAs = endedAs;
  context.stores.run.setState({ status: 'pausing' });
  do {
    // A worker that is being replaced may miss it, or reject it, and go on with the run.
    await context.engine.pause().catch(() => undefined);
  } while (!(await endsSoon(run)));
  // A run that failed is told to the one who called `train`.
  await settleRun(context, run).catch(() => undefined);
}

/** Milliseconds after which a pause that has not ended the run is asked for again. */
const PATIENCE = 500;

/** Whether the run has ended, or does so in a moment. */
function endsSoon({ finished }: Run): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE);
    const ended = () => {
      clearTimeout(timer);
      resolve(true);
    };
    finished.then(ended, ended);
  });
}

/**
 * Waits for the run's end, then brings the stores to what the engine ended with. Once a run: later calls get the
 * same history. Within the queue, so that no other call sees a run that is half over.
 */
export function settleRun(context: Context, run: Run): Promise<HistoryRecord> {
  run.settled ??= settle(context, run);
  return run.settled;
}

async function settle(context: Context, run: Run): Promise<HistoryRecord> {
  const { engine, stores, events } = context;
  let reason: StopReason;
  let fault: unknown;
  try {
    reason = await run.finished;
    // One that ended before its first batch has changed nothing.
    if (stores.run.getState().progress) {
      const { probe } = stores.trace.getState();
      const [weights, trace] = await Promise.all([engine.getWeights(), engine.probe(probe.input)]);
      stores.trace.setState({ weights, trace, provenance: 'trained' });
      emitTrace(context);
    }
  } catch (error) {
    reason = 'failed';
    fault = error;
  }
  context.run = undefined;
  const stopped = reason === 'paused' ? (run.endedAs ?? reason) : reason;
  stores.run.setState({ status: 'idle', stopped });
  const history = historyOf(context);
  if (reason === 'not-finite')
    report(context, new KernelscopeError({ code: 'not-finite', reason: 'training' }));
  if (reason === 'failed') {
    const error = fault ?? new KernelscopeError({ code: 'engine', reason: 'training' });
    report(context, error);
    throw error;
  }
  events.emit('trained', history);
  return history;
}

/** Says an error that no caller waits for; the scope's `error` event follows the status. */
export function report({ stores }: Context, error: unknown): void {
  stores.status.setState({ error: publicError(error) });
}
