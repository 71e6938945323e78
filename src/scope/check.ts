import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import { type Shape, sizeOf, type Tensor } from '../base/tensor.ts';
import { allows } from '../model/free-sizes.ts';
import type { Network, NetworkLayer } from '../model/network.ts';

/** Cells along one axis of a tensor. */
const MOST_CELLS = 1_000_000;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/**
 * A call's object of options, empty where it is left out. Throws on what is no such object and on keys that the call
 * does not know: a misspelt option would be passed over otherwise.
 */
export function optionsOf<K extends string>(
  given: unknown,
  keys: readonly K[],
): { readonly [key in K]?: unknown } {
  if (given === undefined || given === null) return {};
  const expected = `{${keys.join(', ')}}`;
  if (!isObject(given) || Array.isArray(given)) {
    throw new KernelscopeError({ code: 'type', path: 'options', expected, received: printable(given) });
  }
  const options = readable(given, expected);
  const unknown = Object.keys(options).find((key) => !(keys as readonly string[]).includes(key));
  if (unknown === undefined) return options as { readonly [key in K]?: unknown };
  throw new KernelscopeError({ code: 'unknown-key', path: unknown, expected, received: printable(unknown) });
}

/** What an object holds now. Getters and proxies of a host page may throw anything. */
function readable(given: object, expected: string): object {
  try {
    return { ...given };
  } catch {
    const received = 'an object that cannot be read';
    throw new KernelscopeError({ code: 'type', path: 'options', expected, received });
  }
}

/** A switch among a call's options; off where it is left out. */
export function givenSwitch(given: unknown, path: string): boolean {
  if (given === undefined) return false;
  if (typeof given === 'boolean') return given;
  throw new KernelscopeError({ code: 'type', path, expected: 'true or false', received: printable(given) });
}

export function layerNamed(network: Network, name: unknown, path = 'layer'): NetworkLayer {
  const layer = network.byName.get(name as string);
  if (layer) return layer;
  const expected = network.layers.map((known) => known.name).join(', ');
  throw new KernelscopeError({
    code: 'not-found',
    path,
    expected,
    received: printable(name),
    reason: 'layer',
  });
}

function isShape(value: unknown): value is Shape {
  return (
    Array.isArray(value) && value.every((size) => Number.isInteger(size) && size >= 1 && size <= MOST_CELLS)
  );
}

/** A caller's tensor, copied: `shape` has to be the one declared (null: any size), every number finite as a 32-bit float. */
export function givenTensor(given: unknown, declared: readonly (number | null)[], path: string): Tensor {
  if (!isObject(given)) {
    throw new KernelscopeError({ code: 'type', path, expected: '{shape, data}', received: printable(given) });
  }
  const shape = given.shape;
  if (!isShape(shape) || !allows(declared, shape)) {
    throw new KernelscopeError({
      code: 'shape',
      path: `${path}.shape`,
      expected: printable(declared),
      received: printable(shape),
      reason: 'given',
    });
  }
  const { data } = given;
  if (!Array.isArray(data) && (!ArrayBuffer.isView(data) || data instanceof DataView)) {
    throw new KernelscopeError({
      code: 'type',
      path: `${path}.data`,
      expected: 'an array of numbers',
      received: printable(data),
    });
  }
  const numbers = data as unknown as ArrayLike<unknown>;
  const size = sizeOf(shape);
  if (numbers.length !== size) {
    throw new KernelscopeError({
      code: 'shape',
      path: `${path}.data`,
      expected: `${size} numbers`,
      received: String(numbers.length),
      reason: 'given',
    });
  }
  const copy = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    const number = numbers[i];
    if (typeof number !== 'number') {
      throw new KernelscopeError({
        code: 'type',
        path: `${path}.data[${i}]`,
        expected: 'a number',
        received: printable(number),
      });
    }
    copy[i] = number;
    if (!Number.isFinite(copy[i])) {
      throw new KernelscopeError({
        code: 'range',
        path: `${path}.data[${i}]`,
        expected: 'a finite number',
        received: printable(number),
      });
    }
  }
  return { shape: [...shape], data: copy };
}

export function sameShape(one: Shape, other: Shape): boolean {
  return one.length === other.length && one.every((size, axis) => size === other[axis]);
}

export function copyOf(tensor: Tensor): Tensor {
  return { shape: [...tensor.shape], data: tensor.data.slice() };
}
