import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import type { LayerDocument } from './document.ts';
import type { LayerKind } from './layers/kinds.ts';
import { withNested } from './layers/nested.ts';
import { layerDefinitions } from './layers/registry.ts';

/**
 * Gives layers without a name Keras's (`conv2d`, `conv2d_1`), passing over names that are taken. Throws on a name
 * given twice. A layer inside another is named before it, as Python makes it first; its name may be taken.
 */
export function nameLayers(layers: readonly LayerDocument[]): LayerDocument[] {
  const taken = new Set<string>();
  for (const [position, { config }] of layers.entries()) {
    if (config.name === '') continue;
    if (taken.has(config.name)) {
      throw new KernelscopeError({
        code: 'duplicate-name',
        path: `model.layers[${position}].config.name`,
        expected: 'a name that no other layer has',
        received: printable(config.name),
      });
    }
    taken.add(config.name);
  }

  const freeName = namer(taken);
  const named = <L extends Pick<LayerDocument, 'class_name' | 'config'>>(layer: L): L => {
    const config = withNested(layer.config, (nested) => named(nested as unknown as LayerDocument));
    if (config.name !== '') return { ...layer, config };
    return { ...layer, config: { ...config, name: freeName(layer.class_name) } };
  };
  return layers.map((layer) => named(layer));
}

/** Gives Keras's automatic names one after another, passing over those that are taken. */
export function namer(taken: ReadonlySet<string>): (kind: LayerKind) => string {
  const next = new Map<string, number>();
  return (kind) => {
    const base = layerDefinitions[kind].snakeName;
    for (;;) {
      const count = next.get(base) ?? 0;
      next.set(base, count + 1);
      const name = count === 0 ? base : `${base}_${count}`;
      if (!taken.has(name)) return name;
    }
  };
}
