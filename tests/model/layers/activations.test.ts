import { describe, expect, test } from 'vitest';
import { indexAt } from '../../../src/base/tensor.ts';
import { explain } from '../../../src/model/explain.ts';
import { forward } from '../../../src/model/forward.ts';
import { at, networkFrom, noiseOf, outputOf } from './on-probe.ts';

describe('Softmax', () => {
  const x = noiseOf([2, 3, 4]);

  test.each([
    [-1, [2]],
    [1, [0]],
    [-2, [1]],
    [
      [2, 3],
      [1, 2],
    ],
    [
      [-3, -1],
      [0, 2],
    ],
  ])('along axis %j: exp(x) over the sum along it', (axis, along) => {
    const y = outputOf(x, { class_name: 'Softmax', config: { axis } });
    y.data.forEach((value, cell) => {
      const index = indexAt(x.shape, cell);
      const row = [...x.data].filter((_, other) =>
        indexAt(x.shape, other).every((place, at) => (along as number[]).includes(at) || place === index[at]),
      );
      const sum = row.reduce((total, each) => total + Math.exp(each), 0);
      expect(value).toBeCloseTo(Math.exp(x.data[cell]!) / sum, 6);
    });
  });

  test('an explanation shows the cells of its own axis', () => {
    const network = networkFrom([2, 3, 4], { class_name: 'Softmax', config: { axis: 1 } });
    const trace = forward(network, new Map(), x);
    const { softmax, output, pre_activation } = explain(network, trace, new Map(), 'softmax', [1, 2, 3]);
    const row = [0, 1].map((step) => at(x, step, 2, 3));
    expect(softmax!.exponentials).toEqual(row.map((value) => Math.exp(value - Math.max(...row))));
    expect(Math.exp(pre_activation! - softmax!.max) / softmax!.sum).toBeCloseTo(output, 6);
  });

  test('an axis that is not there is refused', () => {
    for (const axis of [0, 4, -4, [1, 9]]) {
      expect(() => networkFrom([2, 3, 4], { class_name: 'Softmax', config: { axis } })).toThrow(
        /config\.axis/,
      );
    }
  });
});

test('LeakyReLU and ELU bend what is negative', () => {
  const x = { shape: [4], data: Float32Array.of(-2, -0.5, 0, 3) };
  const leaky = outputOf(x, { class_name: 'LeakyReLU', config: { negative_slope: 0.5 } });
  expect([...leaky.data]).toEqual([-1, -0.25, 0, 3]);
  const elu = outputOf(x, { class_name: 'ELU', config: { alpha: 2 } });
  [2 * Math.expm1(-2), 2 * Math.expm1(-0.5), 0, 3].forEach((value, cell) => {
    expect(elu.data[cell]).toBeCloseTo(value, 6);
  });
});

test('PReLU: a slope for each cell, or one along the shared axes', () => {
  const shapes = (shared_axes: unknown) =>
    networkFrom([2, 3, 4], { class_name: 'PReLU', config: { shared_axes } }).layers[0]!.weights[0]!.shape;
  expect(shapes(null)).toEqual([2, 3, 4]);
  expect(shapes([1, 2])).toEqual([1, 1, 4]);
  expect(shapes(3)).toEqual([2, 3, 1]);
  expect(() => shapes([4])).toThrow(/config\.shared_axes/);
  expect(() => shapes([0])).toThrow(/config\.shared_axes/);
  const network = networkFrom([2, 2], { class_name: 'PReLU', config: { shared_axes: [1] } });
  const alpha = { name: 'alpha', shape: [1, 2], data: Float32Array.of(0.5, 2) };
  const weights = new Map([['p_re_lu', [alpha]]]);
  const trace = forward(network, weights, { shape: [2, 2], data: Float32Array.of(-1, -1, 4, -3) });
  expect([...trace.layers.get('p_re_lu')!.output.data]).toEqual([-0.5, -2, 4, -6]);
  expect(explain(network, trace, weights, 'p_re_lu', [1, 1])).toMatchObject({
    terms: [{ input: -3, weight: 2, weight_index: [0, 1], product: -6 }],
    output: -6,
  });
});

test('Rescaling: one number, or one for each channel', () => {
  const x = { shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) };
  const scaled = (config: object) => [...outputOf(x, { class_name: 'Rescaling', config }).data];
  expect(scaled({ scale: 2, offset: -1 })).toEqual([1, 3, 5, 7]);
  expect(scaled({ scale: [2, 10], offset: [0, 1] })).toEqual([2, 21, 6, 41]);
  expect(scaled({ scale: [0.5] })).toEqual([0.5, 1, 1.5, 2]);
  expect(() => scaled({ scale: [1, 2, 3] })).toThrow(/config\.scale/);
  expect(() => scaled({ scale: 'x' })).toThrow(/config\.scale/);
});
