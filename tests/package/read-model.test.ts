import { describe, expect, it } from 'vitest';
import { readLink, readModel } from '../../src/package/read-model.ts';

const document = {
  kernelscope: 1,
  seed: 3,
  model: {
    input_shape: [4, 4, 1],
    layers: [
      { class_name: 'Conv2D', config: { filters: 2, kernel_size: 2, strides: 2, activation: 'relu' } },
      { class_name: 'Flatten' },
    ],
  },
};

const ramp = { shape: [4, 4, 1], data: Array.from({ length: 16 }, (_, i) => i) };

/** One filter that takes the first cell of its window, and one that takes the last, less 20. */
const weights = {
  conv2d: [
    { shape: [2, 2, 1, 2], data: [1, 0, 0, 0, 0, 0, 0, 1] },
    { shape: [2], data: [0, -12] },
  ],
};

function errorOf(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('a model', () => {
  const model = readModel(document);

  it('is read from an object or from JSON text, and tells what follows from it', () => {
    expect(readModel(JSON.stringify(document)).getDocument()).toEqual(model.getDocument());
    expect(model).toMatchObject({ input_shape: [4, 4, 1], outputs: ['flatten'], params: 10, macs: 32 });
    expect(model.summary()).toEqual([
      {
        name: 'conv2d',
        class_name: 'Conv2D',
        output_shape: [null, 2, 2, 2],
        params: 10,
        trainable_params: 10,
        macs: 32,
        receptive_field: [2, 2],
      },
      {
        name: 'flatten',
        class_name: 'Flatten',
        output_shape: [null, 8],
        params: 0,
        trainable_params: 0,
        macs: 0,
        receptive_field: [2, 2],
      },
    ]);
  });

  it('tells of a layer its arguments, its weights and its windows', () => {
    expect(model.layer('conv2d')).toMatchObject({
      config: { strides: [2, 2], use_bias: true },
      inputs: ['input'],
      input_shapes: [[4, 4, 1]],
      weights: [
        { name: 'kernel', shape: [2, 2, 1, 2], trainable: true },
        { name: 'bias', shape: [2], trainable: true },
      ],
      windows: [{ size: 4, kernel: 2, stride: 2, output: 2 }, { output: 2 }],
    });
    expect(model.layer('flatten').windows).toBeUndefined();
  });

  it('computes every output and says where it comes from', () => {
    const pass = model.forward(ramp, weights);
    expect([...pass.activations('conv2d').conv2d!.data]).toEqual([0, 0, 2, 0, 8, 1, 10, 3]);
    expect([...pass.activations('conv2d', { pre: true }).conv2d!.data]).toEqual([0, -7, 2, -5, 8, 1, 10, 3]);
    expect(Object.keys(pass.activations())).toEqual(['conv2d', 'flatten']);
    expect(pass.explain('conv2d', [1, 1, 1])).toMatchObject({
      bias: -12,
      output: 3,
      terms: [10, 11, 14, 15].map((input) => ({ input_layer: 'input', input })),
    });
  });

  it('starts from the weights of its seed, or of another', () => {
    const first = model.forward(ramp).activations('flatten');
    expect(model.forward(ramp, model.initialWeights(3)).activations('flatten')).toEqual(first);
    expect(model.forward(ramp, model.initialWeights(4)).activations('flatten')).not.toEqual(first);
  });

  it('takes free sizes from the input', () => {
    const free = readModel({
      kernelscope: 1,
      model: { input_shape: [null, 1], layers: [{ class_name: 'MaxPooling1D' }] },
    });
    const pass = free.forward({ shape: [5, 1], data: [1, 4, 2, 3, 9] });
    expect(pass.activations().max_pooling1d).toEqual({ shape: [2, 1], data: Float32Array.of(4, 3) });
    expect(free.summary()[0]!.output_shape).toEqual([null, null, 1]);
  });

  it('goes into a link and comes out of it', async () => {
    const link = await model.shareUrl('https://example.org/#old');
    expect(link).toMatch(/^https:\/\/example\.org\/#k1=[\w-]+$/);
    expect((await readLink(link)).getDocument()).toEqual(model.getDocument());
    expect(await model.shareUrl()).toBe(link.slice(link.indexOf('#')));
    await expect(readLink('https://example.org/')).rejects.toMatchObject({ code: 'syntax', path: 'link' });
    const noAddress = model.shareUrl({ weights: true } as unknown as string);
    await expect(noAddress).rejects.toMatchObject({ code: 'type', path: 'page' });
    await expect(readLink('#k1=x')).rejects.toMatchObject({ code: 'syntax', path: 'k1' });
  });

  it.each([
    ['a document that is none', () => readModel({ kernelscope: 1 }), 'missing-key', 'model'],
    ['a layer that there is not', () => model.layer('dense'), 'not-found', 'name'],
    ['a seed that is none', () => model.initialWeights(-1), 'range', 'seed'],
    [
      'an input of another shape',
      () => model.forward({ shape: [16], data: ramp.data }),
      'shape',
      'input.shape',
    ],
    [
      'a number that is none',
      () => model.forward({ shape: [4, 4, 1], data: ramp.data.with(3, Number.NaN) }),
      'range',
      'input.data[3]',
    ],
    ['weights that do not fit', () => model.forward(ramp, { conv2d: [] }), 'shape', 'weights.conv2d'],
    [
      'a cell that there is not',
      () => model.forward(ramp).explain('conv2d', [2, 0, 0]),
      'not-found',
      'index',
    ],
  ])('refuses %s with its place and a sentence', (_, call, code, path) => {
    const error = errorOf(call);
    expect(error).toMatchObject({ name: 'KernelscopeError', code, path });
    expect((error as Error).message).toMatch(new RegExp(`^At ${path.replaceAll(/[[\]]/g, '\\$&')}: .*\\.`));
  });
});
