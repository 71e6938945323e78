import type { Dataset, File, Group } from 'h5wasm';
import { KernelscopeError } from '../../base/errors.ts';
import { type Shape, sizeOf } from '../../base/tensor.ts';
import { damaged } from './damaged.ts';

/** One array of an HDF5 file, by the path of its dataset: `layers/conv2d/vars/0`. */
export interface StoredTensor {
  readonly path: string;
  readonly shape: Shape;
  readonly data: Float32Array;
}

type Library = typeof import('h5wasm');

/** HDF5's class of floating-point types. */
const FLOAT = 1;

/** Files in the library's memory have names; each call has its own. */
let files = 0;

/** Loaded when it is first needed: it is a megabyte. */
async function load() {
  const library: Library = await import('h5wasm');
  const { FS, activate_throwing_error_handler } = await library.ready;
  // Errors are thrown instead of being printed.
  activate_throwing_error_handler();
  return { library, FS };
}

function shapeText(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

function misfit(path: string, expected: string, received: string): KernelscopeError {
  return new KernelscopeError({ code: 'shape', path, expected, received, reason: 'archive-weights' });
}

function isDataset(entity: ReturnType<Group['get']>): entity is Dataset {
  return (entity as { readonly type?: string } | null)?.type === 'Dataset';
}

function readDataset(file: File, { path, shape }: Omit<StoredTensor, 'data'>): Float32Array {
  const dataset = file.get(path);
  if (!isDataset(dataset)) throw misfit(path, `weights of shape ${shapeText(shape)}`, 'nothing');
  const { metadata } = dataset;
  // Compared before it is read: a shape can claim any size.
  const stored = metadata.shape ?? [];
  if (stored.length !== shape.length || stored.some((size, axis) => size !== shape[axis])) {
    throw misfit(path, shapeText(shape), shapeText(stored));
  }
  const isFloat = metadata.type === FLOAT && (metadata.size === 4 || metadata.size === 8);
  if (!isFloat || !metadata.littleEndian || metadata.virtual_sources) {
    throw misfit(path, 'numbers of type float32', String(dataset.dtype));
  }
  const { value } = dataset;
  const data = value instanceof Float64Array ? Float32Array.from(value) : value;
  if (!(data instanceof Float32Array) || data.length !== sizeOf(shape)) throw damaged(path);
  const wrong = data.findIndex((number) => !Number.isFinite(number));
  if (wrong >= 0) {
    throw new KernelscopeError({
      code: 'not-finite',
      path,
      expected: 'finite numbers',
      received: String(data[wrong]),
      reason: 'archive-numbers',
    });
  }
  return data;
}

/**
 * Reads these datasets of an HDF5 file, in their order, and nothing else of it. Throws `shape` where one is not there
 * or has another shape, `not-finite`, and `syntax` where the file is damaged.
 */
export async function readTensors(
  bytes: Uint8Array,
  wanted: readonly Omit<StoredTensor, 'data'>[],
): Promise<Float32Array[]> {
  const { library, FS } = await load();
  const name = `/read-${files++}.h5`;
  let file: File | undefined;
  try {
    FS.writeFile(name, bytes);
    file = new library.File(name, 'r');
    const opened = file;
    return wanted.map((tensor) => readDataset(opened, tensor));
  } catch (error) {
    throw error instanceof KernelscopeError ? error : damaged('model.weights.h5');
  } finally {
    file?.close();
    FS.unlink(name);
  }
}

/** An HDF5 file of these datasets. A group's `name` attribute is the layer's, as Keras has it. */
export async function writeTensors(
  tensors: readonly StoredTensor[],
  names: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  const { library, FS } = await load();
  const name = `/write-${files++}.h5`;
  const file = new library.File(name, 'w');
  const groups = new Map<string, Group>([['', file]]);
  const groupAt = (path: string): Group => {
    const known = groups.get(path);
    if (known) return known;
    const cut = path.lastIndexOf('/');
    const group = groupAt(path.slice(0, Math.max(cut, 0))).create_group(path.slice(cut + 1));
    const named = names.get(path);
    if (named !== undefined) group.create_attribute('name', named);
    groups.set(path, group);
    return group;
  };
  for (const path of names.keys()) groupAt(path);
  for (const { path, shape, data } of tensors) {
    const cut = path.lastIndexOf('/');
    groupAt(path.slice(0, cut)).create_dataset({
      name: path.slice(cut + 1),
      data,
      shape: [...shape],
      dtype: '<f',
    });
  }
  file.close();
  const bytes = FS.readFile(name);
  FS.unlink(name);
  return bytes;
}
