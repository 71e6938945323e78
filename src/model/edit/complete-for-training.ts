import { findDataset } from '../datasets/registry.ts';
import type { ModelDocument } from '../document.ts';
import { resolve } from '../network.ts';
import { minimise } from '../normalise.ts';

interface ShortModel {
  readonly layers: readonly unknown[];
  readonly outputs?: readonly string[];
}

const layer = (class_name: string, config: object, inputs?: readonly string[]) => ({
  class_name,
  config,
  ...(inputs && { inputs }),
});

/**
 * The document with what training needs and it lacks: a head with a unit for each class of the data set, and a loss and
 * an optimizer. A model with several outputs gets no head. For the gate.
 */
export function completeForTraining(document: ModelDocument): unknown {
  const short = minimise(document) as { readonly model: ShortModel; readonly compile?: unknown };
  const network = resolve(document);
  const shape = network.byName.get(network.output)!.outputShape;
  const classes = findDataset(document.dataset.name)!.classes.length;
  const fits = shape.length === 1 && shape[0] === classes;
  const compile = short.compile ?? {
    optimizer: 'adam',
    loss: 'categorical_crossentropy',
    metrics: ['accuracy'],
  };
  if (fits || (document.model.outputs?.length ?? 1) > 1) return { ...short, compile };
  const { outputs, ...model } = short.model;
  const reads = outputs && [network.output];
  const flat = shape.length > 1 ? [layer('Flatten', {}, reads)] : [];
  const head = layer('Dense', { units: classes, activation: 'softmax' }, flat.length > 0 ? undefined : reads);
  return { ...short, model: { ...model, layers: [...model.layers, ...flat, head] }, compile };
}
