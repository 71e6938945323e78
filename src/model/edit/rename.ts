import type { ModelDocument } from '../document.ts';
import { loosen, nextName, positionOf, redirected, redirectedWithStates } from './wiring.ts';

/**
 * The document with the layer called `next` wherever it is named; an empty name is Keras's automatic one. Unchecked,
 * for `admit`. Throws `not-found`.
 */
export function renameLayer(document: ModelDocument, name: string, next: string): unknown {
  const loose = loosen(document);
  const { model, view } = loose;
  const renamed = model.layers[positionOf(loose, name)]!;
  const chosen = next === '' ? nextName(loose, renamed.class_name) : next;
  const layers = model.layers.map((layer) => ({
    ...layer,
    config: layer === renamed ? { ...layer.config, name: chosen } : layer.config,
    inputs: redirectedWithStates(layer.inputs, name, chosen),
  }));
  const outputs = model.outputs && redirected(model.outputs, name, chosen);
  const focus = view?.focus?.layer === name ? { ...view.focus, layer: chosen } : view?.focus;
  return {
    ...loose,
    model: { ...model, layers, ...(outputs && { outputs }) },
    ...(view && { view: { ...view, ...(focus && { focus }) } }),
  };
}
