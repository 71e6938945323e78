import { distributionPicture } from '../../../src/scene/charts/distribution.ts';
import { type OutputKnown, outputPicture } from '../../../src/scene/charts/output.ts';
import type { Picture } from '../../../src/scene/marks.ts';
import { networkOf, noise } from '../network-of.ts';

type Layers = Parameters<typeof networkOf>[1];

function output(layers: Layers, name: string, known: OutputKnown, width: number, height: number): Picture {
  const { network, trace } = networkOf(noise([12]), layers, 5);
  return outputPicture(network, trace, name, known, width, height);
}

const one = (activation: string): Layers => [['Dense', { units: 1, activation, name: 'out' }]];
const HEADS: Layers = [
  ['Dense', { units: 112, kernel_initializer: { class_name: 'RandomNormal', config: { stddev: 0.7 } } }],
  ['Reshape', { target_shape: [16, 7] }],
  ['Softmax', { name: 'out' }],
];
const TRUTH = Array.from({ length: 16 }, (_, at) => (at * 5 + 2) % 7);

export const outputPictures: Readonly<Record<string, () => Picture>> = {
  'output-yes-no': () => output(one('sigmoid'), 'out', { targets: [1] }, 240, 64),
  'output-yes-no-named': () =>
    output(one('sigmoid'), 'out', { labels: ['no signal', 'a signal'], targets: [0] }, 200, 46),
  'output-number': () =>
    output(
      one('linear'),
      'out',
      {
        targets: [0.31],
        baseline: { value: 0.12, type: 'last-value' },
        unit: { name: '°C', scale: 12, offset: 9 },
      },
      260,
      100,
    ),
  'output-number-bare': () => output(one('linear'), 'out', {}, 160, 44),
  'output-heads': () => output(HEADS, 'out', { targets: TRUTH }, 420, 220),
  'output-heads-narrow': () => output(HEADS, 'out', {}, 240, 180),
  'output-shares': () =>
    output([['Dense', { units: 5, activation: 'sigmoid', name: 'out' }]], 'out', { targets: [2] }, 240, 120),
  'output-distribution-narrow': () => distributionPicture([0.05, 0.61, 0.02, 0.2, 0.12], 190, 26),
  'output-distribution': () => distributionPicture([0.05, 0.61, 0.02, 0.2, 0.12], 320, 18),
};
