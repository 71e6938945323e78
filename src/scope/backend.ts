import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import type { BackendChoice, BackendName } from '../engine/engine.ts';
import type { Context } from './context.ts';
import { endRun } from './run.ts';

const NAMES: Record<BackendName, true> = { webgl: true, wasm: true, cpu: true };

export function backend({ stores }: Context): BackendChoice {
  const choice = stores.status.getState().backend;
  if (!choice) throw new KernelscopeError({ code: 'engine', reason: 'not-started' });
  return { ...choice, candidates: choice.candidates.map((candidate) => ({ ...candidate })) };
}

/** A run under way is paused first; `train` goes on with it. */
export async function setBackend(context: Context, name: unknown): Promise<void> {
  const { engine, stores, queue } = context;
  return queue(async () => {
    if (!isBackend(name)) {
      throw new KernelscopeError({
        code: 'backend',
        path: 'name',
        expected: Object.keys(NAMES).join(', '),
        received: printable(name),
        reason: 'unknown',
      });
    }
    await endRun(context);
    stores.status.setState({ backend: await engine.setBackend(name) });
  });
}

function isBackend(name: unknown): name is BackendName {
  return typeof name === 'string' && Object.hasOwn(NAMES, name);
}
