import type { Json } from '../../base/json.ts';
import type { ModelDocument } from '../document.ts';
import { renameLayer } from './rename.ts';
import { loosen, positionOf, withLayers } from './wiring.ts';

/**
 * The document with one argument of the layer set; without a value the argument goes back to Keras's default.
 * Unchecked, for `admit`. Throws `not-found` for a layer that is not there.
 */
export function setArgument(
  document: ModelDocument,
  name: string,
  argument: string,
  value: Json | undefined,
): unknown {
  if (argument === 'name' && (value === undefined || typeof value === 'string')) {
    return renameLayer(document, name, value ?? '');
  }
  const loose = loosen(document);
  const { layers, outputs } = loose.model;
  const position = positionOf(loose, name);
  const { [argument]: _, ...others } = layers[position]!.config;
  const config = { ...others, name, ...(value !== undefined && { [argument]: value }) };
  const edited = layers.map((layer, i) => (i === position ? { ...layer, config } : layer));
  return withLayers(loose, edited, outputs);
}
