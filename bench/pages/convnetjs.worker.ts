import convnetjs from 'convnetjs';
import { openDataset } from '../../src/engine/data/dataset.ts';
import { mnist } from '../../src/model/datasets/mnist.ts';
import { serveLoop } from './loop.ts';

const BATCH = 32;

/** The same net in ConvNetJS; its trainer takes a sample at a time and steps after each batch (Adadelta). */
serveLoop(async ({ siteUrl }) => {
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 28, out_sy: 28, out_depth: 1 },
    { type: 'conv', sx: 3, filters: 8, stride: 1, pad: 0, activation: 'relu' },
    { type: 'pool', sx: 2, stride: 2 },
    { type: 'conv', sx: 3, filters: 16, stride: 1, pad: 0, activation: 'relu' },
    { type: 'pool', sx: 2, stride: 2 },
    { type: 'softmax', num_classes: 10 },
  ]);
  const trainer = new convnetjs.Trainer(net, { method: 'adadelta', batch_size: BATCH });
  const rows = await openDataset(mnist, siteUrl).rows('train', 1000);
  const size = 28 * 28;
  return (batch) => {
    const numbers = new Float32Array(size);
    for (let place = 0; place < BATCH; place++) {
      const row = (batch * BATCH + place) % rows.count;
      rows.read(row, numbers, 0);
      const picture = new convnetjs.Vol(28, 28, 1, 0);
      for (let cell = 0; cell < size; cell++) picture.w[cell] = numbers[cell]!;
      trainer.train(picture, rows.targets[row]!);
    }
  };
});
