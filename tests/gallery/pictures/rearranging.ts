import type { Picture } from '../../../src/scene/marks.ts';
import { type Example, networkOf } from '../network-of.ts';
import { lensOf, lowLensOf } from '../with-formulas.ts';

/** Numbers that tell where they come from: the step in the tens, the feature in the ones. */
function numbered(steps: number, features: number) {
  const data = Float32Array.from(
    { length: steps * features },
    (_, at) => Math.floor(at / features) * 10 + (at % features),
  );
  return { shape: [steps, features], data };
}

const made = new Map<string, Example>();

function over(steps: number, features: number, ...layers: Parameters<typeof networkOf>[1]): Example {
  const key = JSON.stringify([steps, features, layers]);
  const example = made.get(key) ?? networkOf(numbered(steps, features), layers);
  made.set(key, example);
  return example;
}

const reshape = () => over(10, 5, ['Reshape', { target_shape: [5, 10] }]);
const permute = () => over(10, 5, ['Permute', { dims: [2, 1] }]);
const inner = { class_name: 'Conv1D', config: { filters: 4, kernel_size: 3, padding: 'causal' } };
const chain = () =>
  over(
    10,
    5,
    ['Reshape', { target_shape: [5, 10, 1] }],
    ['TimeDistributed', { layer: inner }],
    ['Reshape', { target_shape: [10, 20] }],
  );
const twin = () =>
  over(
    10,
    5,
    ['Permute', { dims: [2, 1] }],
    ['Reshape', { target_shape: [5, 10, 1] }],
    ['TimeDistributed', { layer: inner }],
    ['Permute', { dims: [2, 1, 3] }],
    ['Reshape', { target_shape: [10, 20] }],
  );
const large = () => over(128, 9, ['Reshape', { target_shape: [9, 128] }]);

const many = () =>
  over(128, 9, [
    'TimeDistributed',
    { layer: { class_name: 'Dense', config: { units: 6, activation: 'relu' } } },
  ]);

export const rearrangingPictures: Readonly<Record<string, () => Picture>> = {
  'rearranging-reshape': () => lensOf(reshape(), 'reshape', [1, 7]),
  'rearranging-permute': () => lensOf(permute(), 'permute', [2, 3]),
  'rearranging-chain': () => lensOf(chain(), 'reshape_1', [3, 6]),
  'rearranging-chain-permuted': () => lensOf(twin(), 'reshape_1', [3, 6]),
  'rearranging-permute-back': () => lensOf(twin(), 'permute_1', [3, 1, 2]),
  'rearranging-large': () => lensOf(large(), 'reshape', [4, 60]),
  'time-distributed-conv1d': () => lensOf(chain(), 'time_distributed', [2, 6, 1], 720, 460),
  'time-distributed-dense': () => lensOf(many(), 'time_distributed', [70, 3], 720, 460),
  'time-distributed-phone': () => lowLensOf(chain(), 'time_distributed', [2, 6, 1]),
  'rearranging-phone': () => lowLensOf(reshape(), 'reshape', [1, 7]),
  'rearranging-permute-phone': () => lowLensOf(permute(), 'permute', [2, 3]),
};
