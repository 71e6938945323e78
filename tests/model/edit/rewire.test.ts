import { describe, expect, test } from 'vitest';
import type { ModelDocument } from '../../../src/model/document.ts';
import { setInputs, setModelInput, setOutput } from '../../../src/model/edit/rewire.ts';
import { admit } from '../../../src/model/gate.ts';

const layer = (class_name: string, name: string, inputs?: readonly string[], config: object = {}) => ({
  class_name,
  config: { name, ...config },
  ...(inputs && { inputs }),
});

const documentOf = (model: object, view?: object): ModelDocument =>
  admit({ kernelscope: 1, model: { input_shape: [6], ...model }, ...(view && { view }) }).document;

/** What each layer reads, and what the model gives. */
const wired = (document: unknown) => {
  const { network } = admit(document);
  const layers = network.layers.map(({ name, inputs }) => `${inputs.join('+')}>${name}`);
  return `${layers.join(' ')} > ${network.outputs.join(', ')}`;
};

const chain = documentOf({ layers: [layer('ReLU', 'a'), layer('ReLU', 'b'), layer('ReLU', 'c')] });

/** The code of what is thrown. */
const codeOf = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return (error as { readonly code?: unknown }).code;
  }
  return undefined;
};

describe('setInputs', () => {
  test('the layer reads another one, and what reads it goes on reading it', () => {
    const beside = documentOf({ layers: chain.model.layers, outputs: ['b', 'c'] });
    expect(wired(setInputs(beside, 'c', ['a']))).toBe('input>a a>b a>c > b, c');
    expect(wired(setInputs(beside, 'b', ['input']))).toBe('input>a input>b b>c > b, c');
  });

  test('a layer that merges reads several', () => {
    const merged = documentOf({
      layers: [...chain.model.layers, layer('Add', 'sum', ['a', 'b'])],
      outputs: ['sum', 'c'],
    });
    expect(wired(setInputs(merged, 'sum', ['c', 'a', 'input']))).toBe(
      'input>a a>b b>c c+a+input>sum > sum, c',
    );
  });

  test('the document in hand stays as it is', () => {
    const before = JSON.stringify(chain);
    setInputs(chain, 'c', ['a']);
    expect(JSON.stringify(chain)).toBe(before);
  });

  test('what cannot be read is left to the gate', () => {
    expect(codeOf(() => admit(setInputs(chain, 'b', ['nowhere'])))).toBeDefined();
    expect(codeOf(() => admit(setInputs(chain, 'b', ['c'])))).toBeDefined();
  });

  test('a layer that is not there is not found', () => {
    expect(codeOf(() => setInputs(chain, 'z', ['a']))).toBe('not-found');
  });
});

describe('setOutput', () => {
  test('a layer in between becomes an output behind those that are, and ceases to be one', () => {
    const two = setOutput(chain, 'a', true);
    expect(wired(two)).toBe('input>a a>b b>c > c, a');
    expect(wired(setOutput(admit(two).document, 'a', false))).toBe('input>a a>b b>c > c');
  });

  test('a head ceases to be an output, or goes to the end', () => {
    const heads = documentOf({
      layers: [layer('ReLU', 'a'), layer('ReLU', 'b', ['a']), layer('ReLU', 'c', ['a'])],
      outputs: ['b', 'c'],
    });
    expect(wired(setOutput(heads, 'b', false))).toBe('input>a a>b a>c > c');
    expect(wired(setOutput(heads, 'b', true))).toBe('input>a a>b a>c > c, b');
  });
});

describe('setModelInput', () => {
  test('another shape, and the lens that looked into the old one is closed', () => {
    const looking = documentOf(
      { layers: [layer('ReLU', 'a')] },
      { focus: { layer: 'a', index: [5] }, playing: true },
    );
    const { model, view } = admit(setModelInput(looking, [2, 3], undefined)).document;
    expect(model.input_shape).toEqual([2, 3]);
    expect(view).toEqual({ playing: true });
  });

  test('rows a batch are fixed, and free again', () => {
    const fixed = admit(setModelInput(chain, [6], 4)).document;
    expect(fixed.model.batch_size).toBe(4);
    expect(admit(setModelInput(fixed, [6], undefined)).document.model.batch_size).toBeUndefined();
  });

  test('layers that no longer fit are left to the gate', () => {
    const dense = documentOf({
      input_shape: [6, 6, 1],
      layers: [layer('Conv2D', 'a', undefined, { filters: 1, kernel_size: 3 })],
    });
    expect(codeOf(() => admit(setModelInput(dense, [6], undefined)))).toBeDefined();
    expect(wired(setModelInput(dense, [9, 9, 2], undefined))).toBe('input>a > a');
  });
});
