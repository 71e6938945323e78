import { KernelscopeError } from '../base/errors.ts';
import type { Tensor } from '../base/tensor.ts';
import { type Explanation, explain as explainCell } from '../model/explain.ts';
import type { Trace } from '../model/trace.ts';
import { activationsOf } from './activations.ts';
import type { Context } from './context.ts';

/** Outputs (or pre-activations) for the probe, copied, by layer name; all layers where none is named. */
export async function activations(
  { stores, queue }: Context,
  name: string | undefined,
  pre: boolean,
): Promise<Record<string, Tensor>> {
  return queue(async () => {
    const trace = tracedBy(stores.trace.getState().trace);
    return activationsOf(stores.document.getState().network, trace, name, pre);
  });
}

export async function explain(
  { stores, queue }: Context,
  name: string,
  index: readonly number[],
): Promise<Explanation> {
  return queue(async () => {
    const { trace, weights } = stores.trace.getState();
    return explainCell(stores.document.getState().network, tracedBy(trace), weights, name, index);
  });
}

function tracedBy(trace: Trace | undefined): Trace {
  if (trace) return trace;
  throw new KernelscopeError({ code: 'engine', reason: 'not-started' });
}
