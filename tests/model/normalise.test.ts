import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit } from '../../src/model/gate.ts';
import { minimise } from '../../src/model/normalise.ts';
import { documents } from '../arbitraries/documents.ts';
import { cpuTime } from '../cpu-time.ts';

function short(document: unknown): unknown {
  return minimise(admit(document).document);
}

describe('minimise', () => {
  it('loses nothing, and a second time changes nothing, for 1,000 random documents', () => {
    fc.assert(
      fc.property(documents, (random) => {
        const { document } = admit(random);
        const once = minimise(document);
        const again = admit(JSON.stringify(once)).document;
        expect(again).toEqual(document);
        expect(JSON.stringify(minimise(again))).toBe(JSON.stringify(once));
        expect(admit(document).document).toEqual(document);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves out what equals its default and always writes what API.md says', () => {
    const everything = {
      kernelscope: 1,
      title: 'Untitled',
      seed: 0,
      dataset: { name: 'mnist', train: 2000, test: 500 },
      model: {
        input_shape: [28, 28, 1],
        layers: [
          {
            class_name: 'Conv2D',
            config: {
              name: 'conv2d',
              filters: 8,
              kernel_size: 3,
              strides: [1, 1],
              padding: 'valid',
              dilation_rate: 1,
              activation: 'linear',
              use_bias: true,
              kernel_initializer: 'glorot_uniform',
              bias_initializer: { class_name: 'Ones', config: {} },
            },
            inputs: ['input'],
          },
          { class_name: 'MaxPooling2D', config: { pool_size: 3, strides: 3 } },
          { class_name: 'MaxPooling2D', config: { pool_size: 2, strides: 1 } },
        ],
        outputs: ['max_pooling2d_1'],
      },
      compile: {
        optimizer: { class_name: 'SGD', config: { learning_rate: 0.01, momentum: 0.9 } },
        loss: { class_name: 'CategoricalCrossentropy', config: {} },
        metrics: [],
      },
      fit: { epochs: 1, batch_size: 32, validation_split: 0, shuffle: true, callbacks: [] },
      view: { playing: true },
    };
    expect(short(everything)).toEqual({
      kernelscope: 1,
      title: 'Untitled',
      seed: 0,
      dataset: { name: 'mnist' },
      model: {
        input_shape: [28, 28, 1],
        layers: [
          {
            class_name: 'Conv2D',
            config: { name: 'conv2d', filters: 8, kernel_size: [3, 3], bias_initializer: 'ones' },
          },
          { class_name: 'MaxPooling2D', config: { name: 'max_pooling2d', pool_size: [3, 3] } },
          { class_name: 'MaxPooling2D', config: { name: 'max_pooling2d_1', strides: [1, 1] } },
        ],
      },
      compile: {
        optimizer: { class_name: 'SGD', config: { momentum: 0.9 } },
        loss: 'categorical_crossentropy',
      },
    });
  });

  it('shares nothing with the document', () => {
    const { document } = admit({
      kernelscope: 1,
      model: {
        input_shape: [9, 9, 1],
        layers: [{ class_name: 'Conv2D', config: { filters: 1, kernel_size: 2 } }],
      },
      view: { focus: { layer: 'conv2d', index: [1, 2, 0] } },
    });
    const before = structuredClone(document);
    const scramble = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) {
        scramble(Reflect.get(value, key));
        Reflect.set(value, key, 99);
      }
    };
    scramble(minimise(document));
    expect(document).toEqual(before);
    expect(minimise(document)).toEqual(minimise(before));
  });

  it('takes 200 layers in a few milliseconds', async () => {
    const layer = {
      class_name: 'Conv2D',
      config: { filters: 2, kernel_size: 3, padding: 'same', activation: 'relu' },
    };
    const { document } = admit({
      kernelscope: 1,
      model: { input_shape: [9, 9, 1], layers: new Array(200).fill(layer) },
    });
    const times: number[] = [];
    for (let run = 0; run < 9; run++) times.push(await cpuTime(() => minimise(document)));
    expect(times.sort((a, b) => a - b)[4]).toBeLessThan(20);
  });

  it('keeps wiring that is not the usual', () => {
    const conv = { class_name: 'Conv2D', config: { filters: 1, kernel_size: 1 } };
    const branched = {
      kernelscope: 1,
      model: { input_shape: [4, 4, 1], layers: [conv, { ...conv, inputs: ['input'] }], outputs: ['conv2d'] },
    };
    expect(short(branched)).toMatchObject({
      model: { layers: [{}, { inputs: ['input'] }], outputs: ['conv2d'] },
    });
  });
});
