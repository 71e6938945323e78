import { KernelscopeError } from '../base/errors.ts';
import type { Engine } from '../engine/engine.ts';
import type { Context } from './context.ts';
import { refuseDuringRun } from './run.ts';

/** An engine of its own for work beside the page. */
export interface Bench {
  readonly engine: Engine;
  /** What the work gives; undefined where it was stopped before, with an engine that is gone. */
  orStopped<T>(work: Promise<T>): Promise<T | undefined>;
}

export type Work<T> = (bench: Bench) => Promise<T>;

/**
 * Does long work beside the page, which goes on, and changes nothing in hand. One such work at a time, and none during a
 * run; `pause`, another document and a reset stop it. `prepare` checks what is asked for and may throw; the work follows.
 */
export async function besideThePage<T>(
  context: Context,
  call: string,
  prepare: () => Work<T> | Promise<Work<T>>,
): Promise<T> {
  const { finished } = await context.queue(async () => {
    refuseDuringRun(context, call);
    if (context.beside) throw new KernelscopeError({ code: 'busy', path: call, reason: 'running' });
    const work = await prepare();
    if (!context.spare) throw new KernelscopeError({ code: 'unsupported', reason: 'no-spare' });
    return begin(context, context.spare(), work);
  });
  return finished;
}

function begin<T>(context: Context, engine: Engine, work: Work<T>) {
  const backend = context.stores.status.getState().backend?.name;
  let stop: () => void = () => {};
  const stopped = new Promise<undefined>((resolve) => {
    stop = () => resolve(undefined);
  });
  const orStopped: Bench['orStopped'] = (own) => Promise.race([own, stopped]);

  async function run(): Promise<T> {
    try {
      if (backend) await orStopped(engine.setBackend(backend));
      return await work({ engine, orStopped });
    } finally {
      engine.destroy();
      context.beside = undefined;
    }
  }

  const finished = run();
  finished.catch(() => undefined);
  context.beside = { finished, stop };
  return { finished };
}
