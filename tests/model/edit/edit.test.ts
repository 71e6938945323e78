import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ModelDocument } from '../../../src/model/document.ts';
import { setArgument } from '../../../src/model/edit/argument.ts';
import { duplicateLayer, insertLayer, moveLayer, removeLayer } from '../../../src/model/edit/layers.ts';
import { renameLayer } from '../../../src/model/edit/rename.ts';
import { admit } from '../../../src/model/gate.ts';
import { LAYER_KINDS } from '../../../src/model/layers/kinds.ts';
import { documents } from '../../arbitraries/documents.ts';

const dropout = (name: string, inputs?: readonly string[]) => ({
  class_name: 'Dropout',
  config: { name, rate: 0.5 },
  ...(inputs && { inputs }),
});

const chain = (...layers: readonly object[]): ModelDocument =>
  admit({ kernelscope: 1, model: { input_shape: [8, 8, 1], layers } }).document;

const names = (document: unknown) => admit(document).document.model.layers.map(({ config }) => config.name);

/** Every layer with what it reads. */
const wiring = (document: unknown) => {
  const { network } = admit(document);
  return network.layers.map(({ name, inputs }) => `${inputs[0]}>${name}`).join(' ');
};

const abc = chain(dropout('a'), dropout('b'), dropout('c'));

describe('insertLayer', () => {
  test.each([
    [0, 'input>dense dense>a a>b b>c'],
    [1, 'input>a a>dense dense>b b>c'],
    [3, 'input>a a>b b>c c>dense'],
    [99, 'input>a a>b b>c c>dense'],
  ])('at %i', (at, expected) => {
    expect(wiring(insertLayer(abc, at, 'Dense'))).toBe(expected);
  });

  test('names are Keras’s, passing over those that are taken', () => {
    const twice = admit(insertLayer(abc, 0, 'Conv2D')).document;
    expect(names(insertLayer(twice, 0, 'Conv2D'))[0]).toBe('conv2d_1');
    const odd = chain(dropout('dropout_1'), dropout('dropout'));
    expect(names(insertLayer(odd, 2, 'Dropout'))[2]).toBe('dropout_2');
  });

  test.each(LAYER_KINDS)('%s can be put first into a model of inputs with some number of axes', (kind) => {
    const taken = [[28, 28, 1], [28, 8], [8], [6, 8, 8, 2]].some((input_shape) => {
      const model = { input_shape, layers: [{ class_name: 'Flatten' }] };
      const { document } = admit({ kernelscope: 1, model });
      try {
        return admit(insertLayer(document, 0, kind)).document.model.layers[0]!.class_name === kind;
      } catch {
        return false;
      }
    });
    expect(taken).toBe(true);
  });

  test('beside a branch: only the reader at that place reads the new layer', () => {
    const branched = chain(dropout('a'), dropout('b'), dropout('c', ['a']));
    expect(wiring(insertLayer(branched, 2, 'Dense'))).toBe('input>a a>b a>dense dense>c');
    expect(wiring(insertLayer(branched, 1, 'Dense'))).toBe('input>a a>dense dense>b a>c');
  });
});

describe('removeLayer', () => {
  test.each([
    ['a', 'input>b b>c'],
    ['b', 'input>a a>c'],
    ['c', 'input>a a>b'],
  ])('%s: its readers read what it read', (name, expected) => {
    expect(wiring(removeLayer(abc, name))).toBe(expected);
  });

  test('a named output moves to what the layer read', () => {
    const { model, ...rest } = abc;
    const named = admit({ ...rest, model: { ...model, outputs: ['b'] } }).document;
    expect(admit(removeLayer(named, 'b')).network.output).toBe('a');
    expect(admit(removeLayer(named, 'c')).network.output).toBe('b');
  });

  test('the last one cannot go: the gate says so', () => {
    expect(() => admit(removeLayer(chain(dropout('a')), 'a'))).toThrow(/1 to 1000 layers/);
  });
});

test.each([
  ['a', 0, 'abc'],
  ['a', 1, 'bac'],
  ['a', 2, 'bca'],
  ['c', 0, 'cab'],
  ['b', 99, 'acb'],
])('moveLayer %s to %i', (name, to, expected) => {
  const moved = moveLayer(abc, name, to);
  expect(names(moved).join('')).toBe(expected);
  expect(admit(moved).document.model.layers.every(({ inputs }) => inputs === undefined)).toBe(true);
});

test('duplicateLayer puts the same arguments behind it, for all of its readers', () => {
  const branched = chain(dropout('a'), dropout('b'), dropout('c', ['a']));
  const twice = duplicateLayer(branched, 'a');
  expect(wiring(twice)).toBe('input>a a>dropout dropout>b dropout>c');
  expect(admit(twice).document.model.layers[1]!.config).toEqual({
    name: 'dropout',
    rate: 0.5,
    noise_shape: null,
    seed: null,
  });
});

describe('renameLayer', () => {
  test('everything that names the layer follows', () => {
    const { model, ...rest } = chain(dropout('a'), dropout('b'), dropout('c', ['a']));
    const view = { focus: { layer: 'a', index: [1, 2, 0] }, playing: false };
    const named = admit({ ...rest, view, model: { ...model, outputs: ['a'] } }).document;
    const { document, network } = admit(renameLayer(named, 'a', 'first'));
    expect(wiring(document)).toBe('input>first first>b first>c');
    expect(network.output).toBe('first');
    expect(document.view).toEqual({ focus: { layer: 'first', index: [1, 2, 0] }, playing: false });
  });

  test('an empty name is Keras’s', () => {
    expect(names(renameLayer(abc, 'a', ''))).toEqual(['dropout', 'b', 'c']);
  });

  test('a name that is taken is refused', () => {
    expect(() => admit(renameLayer(abc, 'a', 'b'))).toThrow(/name that no other layer has/);
  });
});

describe('setArgument', () => {
  const pooled = chain({ class_name: 'MaxPooling2D', config: { name: 'pool' } }, dropout('a'));
  const config = (document: unknown) => admit(document).document.model.layers[0]!.config;

  test('sets it, and takes it back to its default', () => {
    const same = admit(setArgument(pooled, 'pool', 'padding', 'same')).document;
    expect(config(same)).toMatchObject({ padding: 'same' });
    expect(config(setArgument(same, 'pool', 'padding', undefined))).toMatchObject({ padding: 'valid' });
  });

  test('strides that follow the pool size go on following it', () => {
    expect(config(setArgument(pooled, 'pool', 'pool_size', 3))).toMatchObject({ strides: [3, 3] });
    const set = admit(setArgument(pooled, 'pool', 'strides', 1)).document;
    expect(config(setArgument(set, 'pool', 'pool_size', 3))).toMatchObject({ strides: [1, 1] });
  });

  test('what is not allowed is refused at its place', () => {
    expect(() => admit(setArgument(pooled, 'a', 'rate', 2))).toThrow(/^model\.layers\[1\]\.config\.rate/);
    expect(() => admit(setArgument(pooled, 'a', 'colour', 2))).toThrow(/config\.colour/);
  });

  test('the name, as any other', () => {
    expect(names(setArgument(pooled, 'a', 'name', 'z'))).toEqual(['pool', 'z']);
  });
});

describe('layers with several inputs', () => {
  const reads = (document: unknown) =>
    admit(document)
      .network.layers.map(({ name, inputs }) => `${inputs.join('+')}>${name}`)
      .join(' ');
  const merge = (name: string, inputs: readonly string[]) => ({
    class_name: 'Add',
    config: { name },
    inputs,
  });
  const block = chain(dropout('a'), dropout('b'), merge('sum', ['b', 'a']), dropout('c'));

  test('a new one reads the layer before, and the last one before that of the same shape', () => {
    expect(reads(insertLayer(abc, 3, 'Add'))).toBe('input>a a>b b>c c+b>add');
    expect(reads(insertLayer(abc, 1, 'Multiply'))).toBe('input>a a+input>multiply multiply>b b>c');
    expect(reads(insertLayer(abc, 0, 'Concatenate'))).toMatch(/^input\+input>concatenate /);
    const pooled = chain(dropout('a'), { class_name: 'MaxPooling2D', config: { name: 'p' } }, dropout('b'));
    expect(reads(insertLayer(pooled, 3, 'Add'))).toBe('input>a a>p p>b b+p>add');
    expect(reads(insertLayer(pooled, 2, 'Add'))).toBe('input>a a>p p+p>add add>b');
  });

  test('a moved one goes on reading its others, as long as they come before it', () => {
    expect(reads(moveLayer(block, 'sum', 3))).toBe('input>a a>b b>c c+a>sum');
    expect(reads(moveLayer(block, 'sum', 1))).toBe('input>a a+a>sum sum>b b>c');
    expect(reads(moveLayer(block, 'sum', 0))).toBe('input+input>sum sum>a a>b b>c');
    expect(reads(moveLayer(block, 'a', 3))).toBe('input>b b+input>sum sum>c c>a');
  });

  test('the copy of one reads it, and the others that it reads', () => {
    expect(reads(duplicateLayer(block, 'sum'))).toBe('input>a a>b b+a>sum sum+a>add add>c');
  });

  test('who reads a layer that goes reads what that read, once more if need be', () => {
    expect(reads(removeLayer(block, 'b'))).toBe('input>a a+a>sum sum>c');
    expect(reads(removeLayer(block, 'sum'))).toBe('input>a a>b b>c');
  });

  const lstm = (name: string, inputs: readonly string[], config = {}) => ({
    class_name: 'LSTM',
    config: { name, units: 2, return_sequences: true, ...config },
    inputs,
  });
  const coder = admit({
    kernelscope: 1,
    model: {
      input_shape: [4, 2],
      layers: [lstm('e', ['input'], { return_state: true }), lstm('d', ['input', 'e/1', 'e/2'])],
    },
  }).document;

  test('states follow their layer’s name, and go with it', () => {
    expect(reads(renameLayer(coder, 'e', 'coder'))).toBe('input>coder input+coder/1+coder/2>d');
    expect(reads(removeLayer(coder, 'e'))).toBe('input>d');
    expect(reads(duplicateLayer(coder, 'd'))).toBe('input>e input+e/1+e/2>d d+e/1+e/2>lstm');
    expect(reads(moveLayer(coder, 'd', 0))).toBe('input>d d>e');
  });

  test('every edit of a model whose layers keep their shape can be admitted', () => {
    const layer = fc.record({
      kind: fc.constantFrom('Dropout', 'ReLU', 'Add', 'Subtract', 'Maximum', 'Average'),
      reads: fc.tuple(fc.nat(), fc.nat()),
    });
    const edit = fc.record({
      kind: fc.constantFrom('insert', 'merge', 'remove', 'move', 'duplicate'),
      at: fc.nat(),
      to: fc.nat(),
    });
    fc.assert(
      fc.property(
        fc.array(layer, { minLength: 2, maxLength: 8 }),
        fc.array(edit, { maxLength: 8 }),
        (made, edits) => {
          const layers = made.map(({ kind, reads: [one, other] }, position) => {
            const name = (at: number) =>
              at % (position + 1) === 0 ? 'input' : `l${(at % (position + 1)) - 1}`;
            const merges = kind !== 'Dropout' && kind !== 'ReLU';
            return {
              class_name: kind,
              config: { name: `l${position}`, ...(kind === 'Dropout' && { rate: 0.5 }) },
              inputs: merges ? [name(one), name(other)] : [name(one)],
            };
          });
          let { document } = admit({ kernelscope: 1, model: { input_shape: [2, 3], layers } });
          for (const { kind, at, to } of edits) {
            const count = document.model.layers.length;
            const { name } = document.model.layers[at % count]!.config;
            if (kind === 'remove' && count === 1) continue;
            const edited = {
              insert: () => insertLayer(document, to % (count + 1), 'Dropout'),
              merge: () => insertLayer(document, to % (count + 1), 'Subtract'),
              remove: () => removeLayer(document, name),
              move: () => moveLayer(document, name, to % count),
              duplicate: () => duplicateLayer(document, name),
            }[kind as 'insert']();
            const admitted = admit(edited);
            for (const { inputShapes, outputShape } of admitted.network.layers) {
              expect([...inputShapes, outputShape].every((shape) => shape.join() === '2,3')).toBe(true);
            }
            document = admitted.document;
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('what is looked at goes where shapes may change, everything else stays', () => {
  const { model, ...rest } = abc;
  const view = { focus: { layer: 'b', index: [7, 7, 0] }, playing: false };
  const looking = admit({ ...rest, title: 'T', seed: 5, view, model }).document;
  const { document } = admit(insertLayer(looking, 0, 'GlobalMaxPooling2D'));
  expect(document).toMatchObject({ title: 'T', seed: 5, view: { playing: false } });
  expect(document.view.focus).toBeUndefined();
});

test('an unknown layer is said', () => {
  for (const edit of [
    () => removeLayer(abc, 'z'),
    () => moveLayer(abc, 'z', 0),
    () => duplicateLayer(abc, 'z'),
    () => renameLayer(abc, 'z', 'y'),
    () => setArgument(abc, 'z', 'rate', 0),
  ]) {
    expect(edit).toThrow(expect.objectContaining({ code: 'not-found', path: 'layer' }));
  }
});

test('inserted and removed, moved there and back, renamed and back: the same document', () => {
  fc.assert(
    fc.property(documents, fc.nat(), (random, at) => {
      const { view: _, ...rest } = admit(random).document;
      const { document } = admit(rest);
      const { layers } = document.model;
      const place = at % layers.length;
      const { name } = layers[place]!.config;
      const inserted = admit(insertLayer(document, place, 'Dropout')).document;
      expect(admit(removeLayer(inserted, inserted.model.layers[place]!.config.name)).document).toEqual(
        document,
      );
      expect(admit(moveLayer(document, name, place)).document).toEqual(document);
      const renamed = admit(renameLayer(document, name, 'another')).document;
      expect(admit(renameLayer(renamed, 'another', name)).document).toEqual(document);
    }),
    { numRuns: 200 },
  );
});
