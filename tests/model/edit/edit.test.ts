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

  test.each(LAYER_KINDS)('%s can be put first into a model of pictures', (kind) => {
    const { layers } = admit(insertLayer(chain({ class_name: 'Flatten' }), 0, kind)).document.model;
    expect(layers[0]!.class_name).toBe(kind);
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
  expect(admit(twice).document.model.layers[1]!.config).toEqual({ name: 'dropout', rate: 0.5, seed: null });
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
