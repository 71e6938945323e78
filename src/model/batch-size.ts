import { KernelscopeError } from '../base/errors.ts';
import type { ModelDocument } from './document.ts';
import type { BaseConfig } from './layers/definition.ts';

/** Rows of a training batch: what the model fixes, else what `fit` says. */
export function batchSizeOf({ model, fit }: ModelDocument): number {
  return model.batch_size ?? fit.batch_size;
}

/** Whether the layer, or the one that it wraps, goes on from the batch before. */
function isStateful(config: BaseConfig): boolean {
  if ('stateful' in config && config.stateful === true) return true;
  if (!('layer' in config)) return false;
  return isStateful((config.layer as { readonly config: BaseConfig }).config);
}

/** Refuses a stateful layer in a model of batches of any size, as Keras does. */
export function checkStateful({ model }: ModelDocument): void {
  const position = model.layers.findIndex(({ config }) => isStateful(config));
  if (position < 0 || model.batch_size !== undefined) return;
  throw new KernelscopeError({
    code: 'unsupported',
    path: `model.layers[${position}].config.stateful`,
    expected: '`model.batch_size`: if an RNN is stateful, it needs to know its batch size',
    received: 'a model of any batch size',
    reason: 'stateful',
  });
}
