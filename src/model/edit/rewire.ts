import type { ModelDocument } from '../document.ts';
import { type Loose, loosen, positionOf, withLayers } from './wiring.ts';

/** The document with the layer reading these; unchecked, for `admit`. Throws `not-found`. */
export function setInputs(document: ModelDocument, name: string, inputs: readonly string[]): unknown {
  const loose = loosen(document);
  const position = positionOf(loose, name);
  const layers = loose.model.layers.map((layer, at) => (at === position ? { ...layer, inputs } : layer));
  return withLayers(loose, layers, loose.model.outputs);
}

/** Its outputs by name, also where the last layer is the only one. */
function outputsOf({ model }: Loose): readonly string[] {
  return model.outputs ?? model.layers.slice(-1).map((layer) => layer.config.name);
}

/** The document in which the layer is an output of the model, or is none; unchecked, for `admit`. */
export function setOutput(document: ModelDocument, name: string, gives: boolean): unknown {
  const loose = loosen(document);
  const others = outputsOf(loose).filter((output) => output !== name);
  return withLayers(loose, loose.model.layers, gives ? [...others, name] : others);
}

/** The document with another input, and rows a batch where that is fixed; unchecked, for `admit`. */
export function setModelInput(
  document: ModelDocument,
  shape: readonly (number | null)[],
  batchSize: number | undefined,
): unknown {
  const loose = loosen(document);
  const { batch_size: _, ...model } = withLayers(loose, loose.model.layers, loose.model.outputs).model;
  const fixed = batchSize === undefined ? {} : { batch_size: batchSize };
  const { focus: __, ...view } = loose.view ?? {};
  return { ...loose, model: { ...model, input_shape: shape, ...fixed }, view };
}
