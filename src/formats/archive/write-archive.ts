import { type Shape, sizeOf } from '../../base/tensor.ts';
import type { ModelDocument } from '../../model/document.ts';
import { type NetworkLayer, resolve } from '../../model/network.ts';
import { minimise } from '../../model/normalise.ts';
import type { Weights } from '../../model/trace.ts';
import { type StoredTensor, writeTensors } from './hdf5.ts';
import { archiveOrder, toConfig } from './to-config.ts';
import { createGroups, statePaths, weightPaths } from './weight-paths.ts';
import { writeZip } from './zip.ts';

/** The release whose archives these are like. */
const KERAS_VERSION = '3.15.0';

function bytesOf(json: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(json));
}

/** `2026-01-31@23:59:59`, as Keras writes it. */
function dateOf(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', '@');
}

/** What Keras has no place for; it passes over keys of `metadata.json` that it does not know. */
function metadataOf(document: ModelDocument): unknown {
  const { model, compile, kernelscope, ...around } = minimise(document) as Record<string, unknown>;
  return {
    keras_version: KERAS_VERSION,
    date_saved: dateOf(new Date()),
    kernelscope: { ...around, layers: document.model.layers.map(({ config }) => config.name) },
  };
}

function zerosAt(path: string, shape: Shape): StoredTensor {
  return { path, shape, data: new Float32Array(sizeOf(shape)) };
}

function tensorsOf(
  { name, kind, config, weights: specs }: NetworkLayer,
  group: string,
  batch: number,
  weights: Weights,
): StoredTensor[] {
  const paths = weightPaths(group, kind, config, specs.length);
  const given = weights.get(name) ?? [];
  return [
    ...specs.map(({ shape }, at) => ({ path: paths[at]!, shape, data: given[at]!.data })),
    // Where a layer keeps its state, Keras expects it in the file: it begins with zeros.
    ...statePaths(group, kind, config, batch).map(({ path, shape }) => zerosAt(path, shape)),
  ];
}

/**
 * A `.keras` archive that `keras.saving.load_model` of Keras 3 opens: the model, what it was compiled with, and its
 * weights; the optimizer's own state is not in it.
 */
export async function writeArchive(
  document: ModelDocument,
  weights: Weights,
): Promise<Uint8Array<ArrayBuffer>> {
  const network = resolve(document);
  const groupOf = createGroups();
  const names = new Map<string, string>();
  const tensors = archiveOrder(document, network).flatMap((name) => {
    const layer = network.byName.get(name)!;
    const group = groupOf(layer.definition.snakeName);
    names.set(`${group}/vars`, name);
    return tensorsOf(layer, group, document.model.batch_size ?? 1, weights);
  });
  return writeZip({
    'metadata.json': bytesOf(metadataOf(document)),
    'config.json': bytesOf(toConfig(document, network)),
    'model.weights.h5': await writeTensors(tensors, names),
  });
}
