import { describe, expect, test } from 'vitest';
import { coneOf } from '../../../src/model/cone.ts';
import { restack, setSlide, slideOf } from '../../../src/model/edit/stack.ts';
import { admit } from '../../../src/model/gate.ts';

const conv = (config: Record<string, unknown> = {}) => ({
  class_name: 'Conv1D',
  config: { filters: 4, kernel_size: 3, padding: 'causal', ...config },
});
const wrapped = (layer: object) => ({ class_name: 'TimeDistributed', config: { layer } });

function documentOf(layers: readonly object[], input_shape: readonly number[] = [40, 2]) {
  const model = { input_shape, layers };
  return admit({ kernelscope: 1, title: 't', seed: 1, dataset: { name: 'mnist' }, model }).document;
}

function stackOf(document: ReturnType<typeof documentOf>, layer: string) {
  const { network } = admit(document);
  const { levels } = coneOf(network, layer)!;
  return levels.flatMap((level) => (level.layer ? [slideOf(level.layer)] : []));
}

describe('a layer of a stack', () => {
  test('its kernel and its dilation are set, also in a wrapper; strides give way', () => {
    const plain = setSlide(documentOf([conv({ name: 'a', strides: 2 })]), 'a', { dilation: 4 });
    expect(plain.model.layers[0]!.config).toMatchObject({
      kernel_size: [3],
      dilation_rate: [4],
      strides: [1],
    });
    const inner = documentOf(
      [{ ...wrapped(conv()), config: { ...wrapped(conv()).config, name: 'w' } }],
      [2, 20, 1],
    );
    const edited = setSlide(inner, 'w', { kernel: 5, dilation: 2 });
    expect(stackOf(edited, 'w')).toEqual([{ kernel: 5, dilation: 2 }]);
  });

  test('layers that slide along two axes, or not at all, are none', () => {
    const { network } = admit(
      documentOf(
        [{ class_name: 'Conv2D', config: { filters: 1, kernel_size: 2 } }, { class_name: 'ReLU' }],
        [4, 4, 1],
      ),
    );
    expect(network.layers.map(slideOf)).toEqual([undefined, undefined]);
  });
});

describe('a stack becomes another', () => {
  const three = documentOf([
    conv({ name: 'a' }),
    conv({ name: 'b' }),
    conv({ name: 'c' }),
    { class_name: 'Flatten' },
  ]);

  test.each([[[1]], [[1, 2]], [[1, 2, 4]], [[1, 2, 4, 8, 16]]])(
    'of dilations %j, its last layer still the last',
    (dilations) => {
      const edited = restack(three, ['a', 'b', 'c'], 2, dilations);
      expect(stackOf(edited, 'c')).toEqual(dilations.map((dilation) => ({ kernel: 2, dilation })));
      expect(edited.model.layers.length).toBe(dilations.length + 1);
    },
  );
});
