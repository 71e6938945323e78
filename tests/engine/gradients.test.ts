import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { activations } from '../../src/engine/activations.ts';
import { convolve2d } from '../../src/engine/convolve.ts';
import { engineLayers } from '../../src/engine/layers/registry.ts';
import { multiply } from '../../src/engine/multiply.ts';
import { ACTIVATION_NAMES } from '../../src/model/activations.ts';
import { admit } from '../../src/model/gate.ts';
import type { LayerKind } from '../../src/model/layers/kinds.ts';
import { type AxisWindow, axisWindow, type Padding } from '../../src/model/window.ts';
import { noiseTensor, numericGradient, useBackend } from './on-backend.ts';

function expectClose(given: ArrayLike<number>, wanted: ArrayLike<number>, tolerance: number): void {
  expect(given.length).toBe(wanted.length);
  for (let cell = 0; cell < wanted.length; cell++) {
    expect(Math.abs(given[cell]! - wanted[cell]!)).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(wanted[cell]!)),
    );
  }
}

/** d(sum of output · dy)/dW and /dx of a convolution, by four nested loops. */
function slowGradients(
  x: tf.Tensor4D,
  kernel: tf.Tensor4D,
  dy: tf.Tensor4D,
  rows: AxisWindow,
  cols: AxisWindow,
) {
  const [batch, height, width, channels] = x.shape;
  const filters = kernel.shape[3];
  const [xs, ks, ys] = [x.dataSync(), kernel.dataSync(), dy.dataSync()];
  const byKernel = new Float64Array(ks.length);
  const byInput = new Float64Array(xs.length);
  for (let b = 0; b < batch; b++)
    for (let oy = 0; oy < rows.output; oy++)
      for (let ox = 0; ox < cols.output; ox++)
        for (let ky = 0; ky < rows.kernel; ky++)
          for (let kx = 0; kx < cols.kernel; kx++) {
            const iy = oy * rows.stride + ky * rows.dilation - rows.before;
            const ix = ox * cols.stride + kx * cols.dilation - cols.before;
            if (iy < 0 || ix < 0 || iy >= height || ix >= width) continue;
            for (let c = 0; c < channels; c++)
              for (let f = 0; f < filters; f++) {
                const at = ((b * height + iy) * width + ix) * channels + c;
                const w = ((ky * cols.kernel + kx) * channels + c) * filters + f;
                const d = ys[((b * rows.output + oy) * cols.output + ox) * filters + f]!;
                byKernel[w]! += xs[at]! * d;
                byInput[at]! += ks[w]! * d;
              }
          }
  return { byKernel, byInput };
}

interface ConvolutionCase {
  size: [number, number];
  kernel: [number, number];
  stride: [number, number];
  dilation: [number, number];
  padding: Padding;
}

const convolutions: ConvolutionCase[] = [];
for (const padding of ['valid', 'same'] as const) {
  for (const [stride, dilation] of [
    [1, 1],
    [2, 1],
    [3, 1],
    [1, 2],
    [1, 3],
  ] as const) {
    convolutions.push({
      size: [9, 8],
      kernel: [3, 2],
      stride: [stride, 1],
      dilation: [dilation, 1],
      padding,
    });
    convolutions.push({
      size: [10, 11],
      kernel: [2, 3],
      stride: [stride, stride],
      dilation: [dilation, dilation],
      padding,
    });
    convolutions.push({
      size: [7, 7],
      kernel: [1, 3],
      stride: [1, stride],
      dilation: [1, dilation],
      padding,
    });
  }
}

describe.each(['wasm', 'cpu'] as const)('gradients on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test.each(convolutions)(
    'convolution $size by $kernel, stride $stride, dilation $dilation, $padding',
    (given) => {
      const [rows, cols] = [0, 1].map((axis) =>
        axisWindow({
          size: given.size[axis]!,
          kernel: given.kernel[axis]!,
          stride: given.stride[axis]!,
          dilation: given.dilation[axis]!,
          padding: given.padding,
        }),
      ) as [AxisWindow, AxisWindow];
      const before = tf.memory().numTensors;
      const x = noiseTensor([3, ...given.size, 2], 1) as tf.Tensor4D;
      const kernel = noiseTensor([...given.kernel, 2, 4], 2) as tf.Tensor4D;
      const dy = noiseTensor([3, rows.output, cols.output, 4], 3) as tf.Tensor4D;
      const wanted = slowGradients(x, kernel, dy, rows, cols);
      const [byInput, byKernel] = tf.grads((x, kernel) =>
        convolve2d(x as tf.Tensor4D, kernel as tf.Tensor4D, [rows, cols]),
      )([x, kernel], dy);
      expectClose(byKernel!.dataSync(), wanted.byKernel, 1e-5);
      expectClose(byInput!.dataSync(), wanted.byInput, 1e-5);
      tf.dispose([x, kernel, dy, byInput!, byKernel!]);
      expect(tf.memory().numTensors).toBe(before);
    },
  );

  test.each(ACTIVATION_NAMES)('activation %s', (name) => {
    // Away from every activation's kinks, where a difference says nothing.
    const cells = [-3.7, -2.2, -1.3, -0.8, -0.3, -0.15, 0.2, 0.35, 0.7, 1.4, 2.6, 3.3, 4.8, 5.5, 6.7];
    const x = tf.tensor(cells, [3, 5]);
    const weigh = noiseTensor([3, 5], 5);
    const loss = (at: tf.Tensor) => tf.sum(tf.mul(activations[name](at), weigh)) as tf.Scalar;
    expectClose(tf.grad(loss)(x).dataSync(), numericGradient(loss, x), 5e-3);
  });

  test.each([
    ['MaxPooling2D', { pool_size: 2 }],
    ['MaxPooling2D', { pool_size: 3, strides: 2, padding: 'same' }],
    ['MaxPooling2D', { pool_size: 1, strides: 2 }],
    ['AveragePooling2D', { pool_size: 2 }],
    ['AveragePooling2D', { pool_size: 3, strides: 2, padding: 'same' }],
    ['AveragePooling2D', { pool_size: [2, 3], strides: 1, padding: 'same' }],
    ['GlobalMaxPooling2D', {}],
    ['GlobalAveragePooling2D', {}],
    ['ReLU', { negative_slope: 0.2, max_value: 0.8, threshold: 0.3 }],
  ] as [LayerKind, object][])('%s %j', (kind, config) => {
    const { network } = admit({
      kernelscope: 1,
      dataset: { name: 'mnist' },
      model: { input_shape: [5, 6, 2], layers: [{ class_name: kind, config }] },
    });
    const layer = network.layers[0]!;
    const windows = layer.definition.windows?.(layer.config, layer.inputShapes) ?? [];
    const x = noiseTensor([1, 5, 6, 2], 6);
    const run = (at: tf.Tensor) =>
      engineLayers[kind].forward({
        config: layer.config,
        windows,
        inputs: [at],
        inputShapes: [at.shape.slice(1)],
        weights: [],
        random: undefined,
      }).output;
    const weigh = noiseTensor([1, ...layer.outputShape], 7);
    const loss = (at: tf.Tensor) => tf.sum(tf.mul(run(at), weigh)) as tf.Scalar;
    expectClose(tf.grad(loss)(x).dataSync(), numericGradient(loss, x, 1e-3), 1e-2);
  });

  test('matrix product', () => {
    const x = noiseTensor([4, 3], 8) as tf.Tensor2D;
    const kernel = noiseTensor([3, 5], 9) as tf.Tensor2D;
    const dy = noiseTensor([4, 5], 10);
    const own = tf.grads((x, kernel) => multiply(x as tf.Tensor2D, kernel as tf.Tensor2D))([x, kernel], dy);
    const plain = tf.grads((x, kernel) => tf.matMul(x, kernel))([x, kernel], dy);
    own.forEach((gradient, i) => {
      expectClose(gradient.dataSync(), plain[i]!.dataSync(), 1e-6);
    });
  });

  test('cells that share a global maximum share its gradient', () => {
    const x = tf.tensor4d([1, 1, 0, 1], [1, 2, 2, 1]);
    const run = (at: tf.Tensor) =>
      engineLayers.GlobalMaxPooling2D.forward({
        config: { name: 'g', keepdims: false } as { name: string },
        windows: [],
        inputs: [at],
        inputShapes: [at.shape.slice(1)],
        weights: [],
        random: undefined,
      }).output;
    expectClose(
      tf
        .grad((at) => tf.sum(run(at)))(x)
        .dataSync(),
      [1 / 3, 1 / 3, 0, 1 / 3],
      1e-6,
    );
  });
});
