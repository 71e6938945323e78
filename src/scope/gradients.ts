import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import type { GradientTarget } from '../engine/engine.ts';
import type { Network } from '../model/network.ts';
import { copyOf, isObject, layerNamed } from './check.ts';
import type { Context } from './context.ts';
import { refuseUnfit } from './dataset.ts';
import type { GradientRecord } from './scope.ts';

/** A unit of the first output by its number or index, or a cell of any layer. */
function givenUnit(network: Network, given: unknown): GradientTarget {
  const { layer: named = network.output, index: cell } =
    isObject(given) && !Array.isArray(given) ? given : { index: given };
  const layer = layerNamed(network, named, 'target.layer');
  const index: unknown = typeof cell === 'number' ? [cell] : cell;
  const shape = layer.outputShape;
  const inside =
    Array.isArray(index) &&
    index.length === shape.length &&
    index.every(
      (at: unknown, axis) => Number.isInteger(at) && (at as number) >= 0 && (at as number) < shape[axis]!,
    );
  if (inside) return { type: 'unit', layer: layer.name, index: index as number[] };
  throw new KernelscopeError({
    code: 'not-found',
    path: 'target',
    expected: `an index into ${printable(shape)}`,
    received: printable(index),
    reason: 'index',
  });
}

/** Of the loss for the probe and its targets where no target is given; else of that output cell. */
export async function gradients(context: Context, target: unknown): Promise<Record<string, GradientRecord>> {
  const { engine, stores, queue } = context;
  return queue(async () => {
    const { document, network } = stores.document.getState();
    const wanted = target === undefined ? lossTarget(context) : givenUnit(network, target);
    if (wanted.type === 'loss') refuseUnfit(document, network);
    const found = await engine.gradients(wanted);
    return Object.fromEntries(
      [...found].map(([name, { output, inputs, weights }]) => {
        const all = inputs.map(copyOf);
        const named = weights.map((weight) => ({ name: weight.name, ...copyOf(weight) }));
        return [name, { output: copyOf(output), input: all[0]!, inputs: all, weights: named }];
      }),
    );
  });
}

function lossTarget({ stores }: Context): GradientTarget {
  if (!stores.document.getState().document.compile)
    throw new KernelscopeError({ code: 'not-compiled', path: 'compile' });
  const { targets } = stores.trace.getState().probe;
  if (targets) return { type: 'loss', targets };
  throw new KernelscopeError({
    code: 'not-found',
    path: 'input',
    expected: 'a probe of the data set, whose class is known, or a target',
    received: 'a probe without a class',
    reason: 'label',
  });
}

/** Stateful layers forget the batches before. */
export async function resetStates({ engine, queue }: Context): Promise<void> {
  return queue(() => engine.resetStates());
}
