import { describe, expect, test } from 'vitest';
import { KernelscopeError } from '../../../src/base/errors.ts';
import { readArchive } from '../../../src/formats/archive/read-archive.ts';
import { forward } from '../../../src/model/forward.ts';
import { resolve } from '../../../src/model/network.ts';
import { minimise } from '../../../src/model/normalise.ts';
import { sentence } from '../../../src/text/errors.ts';
import { type ArchiveCase, archiveNamed, cases, isReady, rowOf } from './fixtures.ts';

async function refusalOf(name: string): Promise<KernelscopeError> {
  const error: unknown = await readArchive(archiveNamed(name)).catch((reason: unknown) => reason);
  if (error instanceof KernelscopeError) return error;
  throw error;
}

describe('archives that Keras saved', () => {
  for (const { name, parameters, input, outputs } of cases.filter(
    (one) => one.input,
  ) as Required<ArchiveCase>[]) {
    test.skipIf(!isReady(name))(`${name}: opens and predicts what Keras predicts`, async () => {
      const { document, weights } = await readArchive(archiveNamed(name));
      const first = rowOf(input, 0);
      const network = resolve(document, first.shape);
      expect(network.params).toBe(parameters);
      for (let row = 0; row < input.shape[0]!; row++) {
        const trace = forward(network, weights, rowOf(input, row));
        network.outputs.forEach((layer, place) => {
          const wanted = rowOf(outputs[place]!, row);
          const { output } = trace.layers.get(layer)!;
          expect(output.shape).toEqual(wanted.shape);
          for (const [at, number] of wanted.data.entries()) expect(output.data[at]).toBeCloseTo(number, 5);
        });
      }
    });
  }

  test('give the document in its short form, what equals its default left out', async () => {
    const { document, notes } = await readArchive(archiveNamed('sequential'), 'From Python');
    expect(minimise(document)).toEqual({
      kernelscope: 1,
      title: 'From Python',
      seed: 0,
      dataset: { name: 'mnist' },
      model: {
        input_shape: [6, 6, 1],
        layers: [
          {
            class_name: 'Conv2D',
            config: {
              name: 'conv2d',
              filters: 2,
              kernel_size: [3, 3],
              activation: 'relu',
              kernel_regularizer: 'l2',
            },
          },
          { class_name: 'MaxPooling2D', config: { name: 'max_pooling2d' } },
          { class_name: 'Flatten', config: { name: 'flatten' } },
          {
            class_name: 'Dense',
            config: { name: 'dense', units: 3, activation: 'softmax', kernel_initializer: 'he_normal' },
          },
        ],
      },
      compile: { optimizer: 'adam', loss: 'categorical_crossentropy', metrics: ['accuracy'] },
    });
    expect(notes).toEqual([]);
  });

  test('keep their wiring, and models within models are taken apart', async () => {
    const { document } = await readArchive(archiveNamed('nested'));
    const wiring = document.model.layers.map(({ config, inputs }) => [config.name, inputs]);
    expect(wiring).toEqual([
      ['dense', undefined],
      ['re_lu', undefined],
      ['residual_dense', undefined],
      ['add', ['residual_dense', 're_lu']],
      ['functional_1_dense', undefined],
    ]);
  });

  test('say what of them was left aside', async () => {
    const { notes, document } = await readArchive(archiveNamed('frozen'));
    expect(document.compile).toBeUndefined();
    expect(notes).toMatchObject([
      { type: 'frozen', layers: ['held'] },
      { type: 'compile', error: { code: 'unsupported' } },
    ]);
  });

  test.each([
    ['unknown', 'unknown-layer', 'looks', '"Attention"'],
    ['shared', 'unsupported', 'twice', '2 calls'],
    ['two_inputs', 'unsupported', 'other', 'another input'],
    ['operation', 'unsupported', 'add', 'the operation Add'],
    ['half', 'unsupported', 'halved.dtype', 'an object'],
    ['infinite', 'not-finite', 'layers/dense/vars/1', 'NaN'],
  ])('%s is refused with its place', async (name, code, place, received) => {
    const error = await refusalOf(name);
    expect(error).toMatchObject({ code, received });
    expect(error.path).toContain(place);
    expect(sentence(error)).toContain(place);
  });
});
