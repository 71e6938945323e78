import { KernelscopeError } from '../base/errors.ts';
import type { JsonLimits } from '../base/json.ts';
import { sizeOf } from '../base/tensor.ts';
import type { ModelDocument } from './document.ts';
import type { Network } from './network.ts';

/** What a document may hold before its model is looked at. */
export const JSON_LIMITS: JsonLimits = { depth: 32, size: 1_000_000 };

export const MOST_LAYERS = 1000;

/** What one browser tab can hold and compute with pleasure; a Keras course stays far below. */
const LIMITS = {
  parameters: 10_000_000,
  /** Numbers of the input and of all outputs together, for one input. */
  activations: 5_000_000,
  /** Multiply-adds for one input. */
  'multiply-adds': 4_000_000_000,
  /** Activations of a whole batch: a gigabyte. */
  'batch activations': 250_000_000,
};

/** Grouped by thousands, as people read large numbers. */
function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

function overBudget(path: string, what: keyof typeof LIMITS, count: number): KernelscopeError {
  return new KernelscopeError({
    code: 'budget',
    path,
    expected: `at most ${grouped(LIMITS[what])} ${what}`,
    received: grouped(count),
    reason: what.replace(' ', '-'),
  });
}

/**
 * Refuses a model that is too large to build, at the layer that goes past a limit. Plain arithmetic: called
 * before anything of the model's size is allocated.
 */
export function checkBudget(document: ModelDocument, network: Network): void {
  let activations = sizeOf(network.inputShape);
  if (activations > LIMITS.activations) throw overBudget('model.input_shape', 'activations', activations);
  let parameters = 0;
  let macs = 0;
  for (const [position, layer] of network.layers.entries()) {
    const path = `model.layers[${position}]`;
    parameters += layer.params;
    activations += sizeOf(layer.outputShape);
    macs += layer.macs;
    if (parameters > LIMITS.parameters) throw overBudget(path, 'parameters', parameters);
    if (activations > LIMITS.activations) throw overBudget(path, 'activations', activations);
    if (macs > LIMITS['multiply-adds']) throw overBudget(path, 'multiply-adds', macs);
  }
  const batch = activations * Math.min(document.fit.batch_size, document.dataset.train);
  if (batch > LIMITS['batch activations']) throw overBudget('fit.batch_size', 'batch activations', batch);
}
