import { KernelscopeError } from '../base/errors.ts';
import type { JsonLimits } from '../base/json.ts';
import { sizeOf } from '../base/tensor.ts';
import { batchSizeOf } from './batch-size.ts';
import type { ModelDocument } from './document.ts';
import type { Network } from './network.ts';

/** What a document may hold before its model is looked at. */
export const JSON_LIMITS: JsonLimits = { depth: 32, size: 1_000_000 };

export const MOST_LAYERS = 1000;

interface Limit {
  readonly most: number;
  readonly of: string;
  /** As in `text/errors.ts`. */
  readonly reason: string;
}

/** What one browser tab can hold and compute with pleasure; a Keras course stays far below. */
const LIMITS = {
  parameters: { most: 10_000_000, of: 'parameters', reason: 'parameters' },
  /** Numbers of the input and of all outputs together, for one input. */
  activations: { most: 5_000_000, of: 'activations', reason: 'activations' },
  /** Multiply-adds for one input. */
  macs: { most: 4_000_000_000, of: 'multiply-adds', reason: 'multiply-adds' },
  /** Activations of a whole batch: a gigabyte. */
  batchActivations: { most: 250_000_000, of: 'batch activations', reason: 'batch-activations' },
} satisfies Record<string, Limit>;

/** Grouped by thousands, as people read large numbers. */
function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

function overBudget(path: string, limit: Limit, count: number): KernelscopeError {
  const { most, of, reason } = limit;
  const expected = `at most ${grouped(most)} ${of}`;
  return new KernelscopeError({ code: 'budget', path, expected, received: grouped(count), reason });
}

/**
 * Refuses a model that is too large to build, at the layer that goes past a limit. Plain arithmetic: called
 * before anything of the model's size is allocated.
 */
export function checkBudget(document: ModelDocument, network: Network): void {
  let activations = sizeOf(network.inputShape);
  if (activations > LIMITS.activations.most)
    throw overBudget('model.input_shape', LIMITS.activations, activations);
  let parameters = 0;
  let macs = 0;
  for (const [position, layer] of network.layers.entries()) {
    const path = `model.layers[${position}]`;
    parameters += layer.params;
    activations += sizeOf(layer.outputShape);
    macs += layer.macs;
    if (parameters > LIMITS.parameters.most) throw overBudget(path, LIMITS.parameters, parameters);
    if (activations > LIMITS.activations.most) throw overBudget(path, LIMITS.activations, activations);
    if (macs > LIMITS.macs.most) throw overBudget(path, LIMITS.macs, macs);
  }
  const batch = activations * Math.min(batchSizeOf(document), document.dataset.train);
  if (batch > LIMITS.batchActivations.most)
    throw overBudget('fit.batch_size', LIMITS.batchActivations, batch);
}
