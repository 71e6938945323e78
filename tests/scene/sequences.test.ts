import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tapsOf } from '../../src/model/window.ts';
import { targetAt } from '../../src/scene/hit.ts';
import { lensPicture } from '../../src/scene/lens/lens.ts';
import type { Picture, SignalMark } from '../../src/scene/marks.ts';
import { layoutStage } from '../../src/scene/stage/layout.ts';
import { stagePicture } from '../../src/scene/stage/picture.ts';
import { timeShare } from '../../src/scene/stage/time-share.ts';
import { type Example, networkOf } from '../gallery/network-of.ts';

const ROW = { width: 1080, height: 480, direction: 'row' } as const;

/** A burst that begins at a step of a silent signal. */
function burst(steps: number, channels: number, from: number) {
  const data = new Float32Array(steps * channels);
  for (let step = 0; step < 6; step++)
    for (let channel = 0; channel < channels; channel++)
      data[(from + step) * channels + channel] = Math.sin(step * 1.3 + channel) + 0.2;
  return { shape: [steps, channels], data };
}

function pooled(from: number): Example {
  return networkOf(burst(64, 3, from), [
    ['Conv1D', { filters: 8, kernel_size: 5, activation: 'relu' }],
    ['GlobalMaxPooling1D'],
  ]);
}

const signalsOf = (picture: Picture) =>
  picture.marks.filter((mark): mark is SignalMark => mark.type === 'signal');

test('a feature that moves in time moves in the maps, and the global pool stays', () => {
  const [before, after] = [pooled(12), pooled(30)] as const;
  const [maps, moved] = [before, after].map(({ trace }) => trace.layers.get('conv1d')!.output.data);
  expect(Array.from(moved!.slice((30 - 5) * 8, (30 + 6) * 8))).toEqual(
    Array.from(maps!.slice((12 - 5) * 8, (12 + 6) * 8)),
  );
  const [pool, same] = [before, after].map(
    ({ trace }) => trace.layers.get('global_max_pooling1d')!.output.data,
  );
  expect(same).toEqual(pool);
  const channel = pool!.findIndex((value) => value > 0.1);
  const won = [before, after].map((example) => {
    const { picture } = lensPicture({
      ...example,
      layer: 'global_max_pooling1d',
      index: [channel],
      width: 700,
      height: 400,
    });
    const texts = picture.marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));
    return Number(texts.find((text) => text.endsWith(' won'))!.replace(/\D/g, ''));
  });
  expect(won[1]! - won[0]!).toBe(18);
});

test('an output step of a signal stands under the middle of its window, of a causal one under its end', () => {
  const windows = fc.record({
    size: fc.integer({ min: 20, max: 40 }),
    kernel: fc.integer({ min: 1, max: 6 }),
    stride: fc.integer({ min: 1, max: 3 }),
    dilation: fc.integer({ min: 1, max: 3 }),
    padding: fc.constantFrom('valid', 'same', 'causal'),
  });
  fc.assert(
    fc.property(windows, ({ size, kernel, stride, dilation, padding }) => {
      fc.pre(stride === 1 || dilation === 1);
      const { network } = networkOf(burst(size, 2, 3), [
        ['Conv1D', { filters: 1, kernel_size: kernel, strides: stride, dilation_rate: dilation, padding }],
      ]);
      const layer = network.byName.get('conv1d')!;
      const [window] = layer.definition.windows!(layer.config, layer.inputShapes);
      const steps = layer.outputShape[0]!;
      const { from, to } = timeShare(network, 'conv1d', steps);
      // At the edges of the sequence the share is cut.
      fc.pre(from > 0 && to < 1);
      const cells = tapsOf(window!, 1).map((tap) => tap.cell);
      const middle = padding === 'causal' ? cells.at(-1)! : (cells[0]! + cells.at(-1)!) / 2;
      expect(((from + ((to - from) * 1.5) / steps) * size - 0.5).toFixed(6)).toBe(middle.toFixed(6));
    }),
    { numRuns: 40 },
  );
});

test('a long sequence is one mark a signal, and a place on it is its step', () => {
  const example = networkOf(burst(1000, 3, 400), [['MaxPooling1D', { pool_size: 4 }]]);
  const layout = layoutStage(example.network, ROW);
  const picture = stagePicture(layout, example.network, example.trace, example.weights);
  const signals = signalsOf(picture);
  expect(signals.map(({ count }) => count)).toEqual([1000, 1000, 1000, 250, 250, 250]);
  expect(picture.marks.length).toBeLessThan(24);
  const { x, y, width, height } = signals[1]!;
  expect(targetAt(picture, x + (width * 400.5) / 1000, y + height / 2)).toEqual({
    type: 'cell',
    layer: 'input',
    index: [400, 1],
  });
});

test('nine words and a kernel two words high: eight places, each beside its two words', () => {
  const words = ['wait', 'for', 'the', 'video', 'and', 'do', 'not', 'rent', 'it'];
  const example = networkOf({ shape: [9], data: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9) }, [
    ['Embedding', { input_dim: 10, output_dim: 4 }],
    ['Conv1D', { filters: 3, kernel_size: 2 }],
  ]);
  expect(example.network.byName.get('conv1d')!.outputShape[0]).toBe(8);
  for (let at = 0; at < 8; at++) {
    const { picture } = lensPicture({
      ...example,
      words,
      layer: 'conv1d',
      index: [at, 1],
      width: 720,
      height: 400,
    });
    const texts = picture.marks.flatMap((mark) => (mark.type === 'text' ? [mark] : []));
    const lit = picture.marks.flatMap((mark) =>
      mark.type === 'rect' && mark.fill === 'accent-soft' ? [mark] : [],
    );
    const beside = words.filter((word) => {
      const text = texts.find((mark) => mark.text === word)!;
      return lit.some((mark) => text.y > mark.y && text.y < mark.y + mark.height);
    });
    expect(beside).toEqual(words.slice(at, at + 2));
  }
});
