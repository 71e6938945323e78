import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { convolve } from '../../src/engine/convolve.ts';
import { type AxisWindow, axisWindow, type Padding } from '../../src/model/window.ts';
import { noiseTensor, useBackend } from './on-backend.ts';

/** Milliseconds of the processor that one pass forward and back takes. */
function cost(x: tf.Tensor, kernel: tf.Tensor, windows: readonly AxisWindow[]): number {
  const before = process.cpuUsage();
  tf.tidy(() => {
    const gradients = tf.grads((x, kernel) => convolve(x!, kernel!, windows))([x, kernel]);
    for (const gradient of gradients) gradient.dataSync();
  });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const along = (size: number, dilation: number, padding: Padding) =>
  axisWindow({ size, kernel: 3, stride: 1, dilation, padding });

test('causal and dilated convolutions cost on wasm at most 1.5 times their undilated twins', async () => {
  await useBackend('wasm');
  const steps = noiseTensor([32, 126, 64], 1);
  const maps = noiseTensor([16, 24, 24, 16], 2);
  const line = noiseTensor([3, 64, 64], 3);
  const square = noiseTensor([3, 3, 16, 16], 4);
  const costs = (dilation: number, padding: Padding) => [
    cost(steps, line, [along(126, dilation, padding)]),
    cost(maps, square, [along(24, dilation, 'same'), along(24, dilation, 'same')]),
  ];
  const least = (rounds: number[][]) =>
    rounds[0]!.map((_, at) => Math.min(...rounds.map((round) => round[at]!)));
  const twins: number[][] = [];
  const dilated: number[][] = [];
  const causal: number[][] = [];
  // In turns, so that what else the machine does meets all of them.
  for (let round = 0; round < 8; round++) {
    twins.push(costs(1, 'same'));
    dilated.push(costs(4, 'same'));
    causal.push(costs(4, 'causal'));
  }
  least(twins).forEach((twin, at) => {
    expect(least(dilated)[at]! / twin).toBeLessThan(1.5);
    expect(least(causal)[at]! / twin).toBeLessThan(1.5);
  });
  tf.dispose([steps, maps, line, square]);
});
