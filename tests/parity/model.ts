import { admit } from '../../src/model/gate.ts';
import { LAYER_ALIASES, LAYER_KINDS } from '../../src/model/layers/kinds.ts';
import type { NamedWeight } from '../../src/model/trace.ts';
import { expectSame } from './compare.ts';
import { type LayerEntry, read, type WrittenWeight } from './fixture.ts';

/** The model of a case, and Keras's weights of it. */
interface ModelCase {
  readonly model: { readonly layers: readonly LayerEntry[] };
  readonly weights: readonly WrittenWeight[];
}

const known = new Set<string>([...LAYER_KINDS, ...Object.keys(LAYER_ALIASES)]);

export function isKnown(kind: string): boolean {
  return known.has(kind);
}

/** Whether all its layers are known here, those inside wrappers too. */
export function isReady({ model }: ModelCase): boolean {
  const wrapped = (value: unknown) => (value as LayerEntry | undefined)?.class_name ?? [];
  return model.layers
    .flatMap(({ class_name, config }) => [class_name, wrapped(config.layer), wrapped(config.backward_layer)])
    .flat()
    .every(isKnown);
}

/**
 * A document of the case's model. Its weights must be Keras's, in the same order: they are given with the values that
 * they have there.
 */
export function openCase(modelCase: ModelCase, compile?: unknown) {
  const json = {
    kernelscope: 1,
    title: 'Parity',
    seed: 1,
    dataset: { name: 'mnist' },
    model: modelCase.model,
  };
  const { document, network } = admit(compile === undefined ? json : { ...json, compile });
  const weights = new Map<string, NamedWeight[]>();
  for (const layer of network.layers) {
    const given = modelCase.weights.filter((weight) => weight.layer === layer.name);
    const described = layer.weights.map(({ shape, trainable }) => ({ shape, trainable }));
    expectSame(
      described,
      given.map(({ shape, trainable }) => ({ shape, trainable })),
      `weights of ${layer.name}`,
    );
    layer.weights.forEach(({ name }, position) => {
      // A wrapper tells its weights apart by more than Keras's last word.
      const { name: last, path } = given[position]!;
      if (!name.endsWith(last)) throw new Error(`${name} is Keras's ${path}`);
    });
    if (given.length === 0) continue;
    weights.set(
      layer.name,
      given.map((weight, position) => ({ name: layer.weights[position]!.name, ...read(weight) })),
    );
  }
  return { document, network, weights };
}
