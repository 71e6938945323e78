import { describe, expect, test } from 'vitest';
import { type Argument, argumentsOf } from '../../../src/model/arguments/arguments.ts';
import { setArgument } from '../../../src/model/edit/argument.ts';
import { insertLayer } from '../../../src/model/edit/layers.ts';
import { admit } from '../../../src/model/gate.ts';
import { LAYER_KINDS, type LayerKind } from '../../../src/model/layers/kinds.ts';
import { meaningOf } from '../../../src/text/arguments.ts';
import { PURPOSES, palette } from '../../../src/text/palette.ts';

const flats = [[8, 8, 4], [8, 4], [8, 8, 8, 4], [8]].map(
  (input_shape) =>
    // Stateful layers want a batch of one size.
    admit({ kernelscope: 1, model: { input_shape, layers: [{ class_name: 'Flatten' }], batch_size: 2 } })
      .document,
);

/** A model that starts with a layer of this kind, on the first input that it takes. */
function withLayer(kind: LayerKind) {
  const fitting = flats.find((flat) => {
    try {
      return admit(insertLayer(flat, 0, kind));
    } catch {
      return false;
    }
  });
  return admit(insertLayer(fitting!, 0, kind)).document;
}

const configOf = (document: unknown) =>
  admit(document).document.model.layers[0]!.config as unknown as Record<string, unknown>;

/** Values just outside of what the catalogue says, and of another type. */
function refused({ takes, nullable }: Argument): unknown[] {
  const others = nullable ? [{}] : [{}, ...(takes.type === 'choice' ? [] : [null])];
  switch (takes.type) {
    case 'integer':
      return [...others, 1.5, ...(takes.least === undefined ? [] : [takes.least - 1])];
    case 'number':
      return [
        ...others,
        ...(takes.least === undefined ? [] : [takes.least - 1e-9]),
        ...(takes.most === undefined ? [] : [takes.most + 1e-9]),
        ...(takes.above === undefined ? [] : [takes.above]),
        ...(takes.below === undefined ? [] : [takes.below]),
      ];
    case 'boolean':
      return [...others, 1, 'true'];
    case 'choice':
    case 'initializer':
    case 'regularizer':
    case 'constraint':
      return [...others, 'no such word'];
    case 'integers':
      return [...others, takes.least - 1, [1.5]];
    case 'pairs':
    case 'layer':
      return [...others, -1];
    case 'sizes':
      return [...others, 0, 1.5, new Array(takes.axes + 1).fill(1)];
    case 'name':
      return [...others, 'a/b', 'x'.repeat(takes.longest + 1)];
  }
}

/** Values at the ends of what the catalogue says. */
function taken({ takes, nullable }: Argument): unknown[] {
  const none = nullable ? [null] : [];
  switch (takes.type) {
    case 'integer':
    case 'number':
      return [...none, ...[takes.least, takes.most].filter((end) => end !== undefined)];
    case 'boolean':
      return [...none, true, false];
    case 'choice':
      return [...none, ...takes.choices];
    case 'regularizer':
    case 'constraint':
      return [...none, ...takes.choices];
    case 'integers':
    case 'pairs':
    case 'layer':
      // What is allowed follows from the layer's input: the layers' own tests look at it.
      return none;
    case 'initializer':
      return takes.choices.filter((word) => !['identity', 'orthogonal'].includes(word));
    case 'sizes':
      return [...none, 1, new Array(takes.axes).fill(1)];
    case 'name':
      return ['x', 'x'.repeat(takes.longest)];
  }
}

const each = LAYER_KINDS.flatMap((kind) =>
  argumentsOf(kind).map((argument) => [kind, argument.name, argument] as const),
);

describe('the catalogue of arguments', () => {
  test.each(LAYER_KINDS)('%s: has every argument of a complete config, and no other', (kind) => {
    expect(
      argumentsOf(kind)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(configOf(withLayer(kind))).sort());
  });

  test('keeps the order of Keras', () => {
    expect(argumentsOf('Conv2D').map(({ name }) => name)).toEqual([
      'filters',
      'kernel_size',
      'strides',
      'padding',
      'data_format',
      'dilation_rate',
      'groups',
      'activation',
      'use_bias',
      'kernel_initializer',
      'bias_initializer',
      'kernel_regularizer',
      'bias_regularizer',
      'activity_regularizer',
      'kernel_constraint',
      'bias_constraint',
      'name',
    ]);
  });

  test.each(each)('%s.%s: its default is what a config without it gets', (kind, name, argument) => {
    if (name === 'name') return;
    const set = setArgument(withLayer(kind), admit(withLayer(kind)).network.layers[0]!.name, name, undefined);
    if (argument.default === undefined) {
      expect(() => admit(set)).toThrow(expect.objectContaining({ code: 'missing-key' }));
    } else if (name === 'strides' && argument.nullable) {
      expect(configOf(set).strides).toEqual(configOf(set).pool_size);
    } else {
      expect(configOf(set)[name]).toEqual(argument.default);
    }
  });

  test.each(each)('%s.%s: takes what it says and refuses what lies outside', (kind, name, argument) => {
    const document = withLayer(kind);
    const layer = document.model.layers[0]!.config.name;
    for (const value of taken(argument)) {
      // Sizes of a window may still be too large for the picture: only the value itself is tested.
      expect(() => admit(setArgument(document, layer, name, value as never)), `${value}`).not.toThrow();
    }
    for (const value of refused(argument)) {
      expect(() => admit(setArgument(document, layer, name, value as never)), JSON.stringify(value)).toThrow(
        expect.objectContaining({ path: expect.stringContaining(`config.${name}`) }),
      );
    }
  });

  test.each(each)('%s.%s has a meaning in a line', (kind, name) => {
    const meaning = meaningOf(kind, name)!;
    expect(meaning).toMatch(/^[“A-Z].*\.$/);
    expect(meaning.length).toBeLessThan(120);
  });
});

test('every layer has its place in the palette, and every purpose a layer', () => {
  const purposes = new Set(LAYER_KINDS.map((kind) => palette[kind].purpose));
  expect([...purposes].sort()).toEqual([...PURPOSES].sort());
  for (const kind of LAYER_KINDS) expect(palette[kind].line).toMatch(/^[A-Z].*\.$/);
});
