import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import type { Context } from './context.ts';
import { refuseUnfit } from './dataset.ts';
import { givenCount } from './given-count.ts';
import { endRun, refuseDuringRun, settleRun, startRun } from './run.ts';
import type { HistoryRecord } from './scope.ts';

type Request = Parameters<Context['engine']['train']>[0];

/** Resolves with the history when the run ends or is paused. */
export async function train(context: Context, epochs: unknown): Promise<HistoryRecord> {
  const count = givenCount(epochs, 'epochs');
  return run(context, 'train', (fit) => ({ epochs: count ?? fit.epochs }));
}

/** One batch, or what is left of the epoch. */
export async function step(context: Context, unit: unknown): Promise<HistoryRecord> {
  if (unit !== 'batch' && unit !== 'epoch') {
    throw new KernelscopeError({
      code: 'range',
      path: 'unit',
      expected: '"batch" or "epoch"',
      received: printable(unit),
    });
  }
  return run(context, 'step', () => ({ until: unit }));
}

async function run(
  context: Context,
  call: string,
  request: (fit: { readonly epochs: number }) => Request,
): Promise<HistoryRecord> {
  const { stores, queue } = context;
  const started = await queue(async () => {
    refuseDuringRun(context, call);
    if (context.beside) throw new KernelscopeError({ code: 'busy', path: call, reason: 'running' });
    const { document, network } = stores.document.getState();
    refuseUncompiled(context);
    refuseUnfit(document, network);
    return startRun(context, request(document.fit));
  });
  await started.finished.catch(() => undefined);
  return queue(() => settleRun(context, started));
}

export async function pause(context: Context): Promise<void> {
  return context.queue(() => endRun(context));
}

/** Throws `not-compiled` where the document has no loss. */
export function refuseUncompiled({ stores }: Context): void {
  if (stores.document.getState().document.compile) return;
  throw new KernelscopeError({ code: 'not-compiled', path: 'compile' });
}
