import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { indexAt, sizeOf, type Tensor } from '../../src/base/tensor.ts';
import { type Cone, coneOf, fedBy, readBy } from '../../src/model/cone.ts';
import { judgeCone, stacksCovering } from '../../src/model/cone-judgement.ts';
import { forward } from '../../src/model/forward.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import type { Network } from '../../src/model/network.ts';
import type { Weights } from '../../src/model/trace.ts';

type Layer = readonly [string, Record<string, unknown>?, (readonly string[])?];

function networkOf(input: readonly number[], layers: readonly Layer[]): Network {
  return admit({
    kernelscope: 1,
    title: 't',
    seed: 1,
    dataset: { name: 'mnist' },
    model: {
      input_shape: input,
      layers: layers.map(([class_name, config = {}, inputs]) => ({
        class_name,
        config,
        ...(inputs && { inputs }),
      })),
    },
  }).network;
}

/** All positive: a sum in which one term changes cannot stay as it was. */
function positiveWeights(network: Network): Weights {
  const random = createRandom(5, 'cone');
  return new Map(
    [...initialWeights(network, 1)].map(([layer, list]) => [
      layer,
      list.map((weight) => ({ ...weight, data: weight.data.map(() => random.uniform(0.2, 0.6)) })),
    ]),
  );
}

const conv = (config: Record<string, unknown>): Layer => [
  'Conv1D',
  { filters: 2, kernel_size: 3, ...config },
];
const causal = (kernel_size: number, dilation_rate: number): Layer =>
  conv({ kernel_size, dilation_rate, padding: 'causal' });
const timed = (kernel_size: number, dilation_rate: number): Layer => [
  'TimeDistributed',
  { layer: { class_name: 'Conv1D', config: { filters: 2, kernel_size, dilation_rate, padding: 'causal' } } },
];

const CASES: Readonly<Record<string, readonly [readonly number[], readonly Layer[]]>> = {
  'a causal stack of kernel 3, dilations 1, 2, 4': [[20, 2], [1, 2, 4].map((rate) => causal(3, rate))],
  'dilations that leave holes': [[24, 1], [2, 4].map((rate) => causal(2, rate))],
  'strides, same and valid': [
    [30, 2],
    [conv({ strides: 2, padding: 'same' }), ['ReLU'], conv({}), ['MaxPooling1D']],
  ],
  transposed: [
    [8, 1],
    [['Conv1DTranspose', { filters: 1, kernel_size: 3, strides: 2 }], causal(2, 1)],
  ],
  'a residual block': [
    [16, 2],
    [
      ['Conv1D', { name: 'a', filters: 2, kernel_size: 3, padding: 'causal', dilation_rate: 2 }],
      ['Conv1D', { name: 'b', filters: 2, kernel_size: 2, padding: 'causal', dilation_rate: 4 }],
      ['Add', { name: 'sum' }, ['a', 'b']],
      ['Conv1D', { filters: 2, kernel_size: 2, padding: 'causal' }],
    ],
  ],
  'features turned to the front and back': [
    [10, 3],
    [
      ['Permute', { dims: [2, 1] }],
      ['Reshape', { target_shape: [3, 10, 1] }],
      timed(3, 1),
      timed(3, 2),
      ['Permute', { dims: [2, 1, 3] }],
      ['Reshape', { target_shape: [10, 6] }],
      causal(3, 2),
    ],
  ],
  'padding, cropping, upsampling': [
    [12, 2],
    [
      ['ZeroPadding1D', { padding: [2, 1] }],
      conv({}),
      ['Cropping1D', { cropping: 1 }],
      ['UpSampling1D'],
      conv({}),
    ],
  ],
};

/** By step of the last layer, the steps of the lowest level that change it: inputs changed one by one. */
function changing(network: Network, cone: Cone): Set<number>[] {
  const weights = positiveWeights(network);
  const random = createRandom(9, 'input');
  const input: Tensor = {
    shape: network.inputShape,
    data: Float32Array.from({ length: sizeOf(network.inputShape) }, () => random.uniform(0.5, 1)),
  };
  const last = network.layers.at(-1)!;
  const top = cone.levels.at(-1)!;
  const before = forward(network, weights, input).layers.get(last.name)!.output;
  const sets = Array.from({ length: top.size }, () => new Set<number>());
  for (let cell = 0; cell < input.data.length; cell++) {
    // Up and down: whatever is the largest of a window, another becomes it.
    for (const value of [40, 0]) {
      const changed = { ...input, data: input.data.with(cell, value) };
      const after = forward(network, weights, changed).layers.get(last.name)!.output;
      after.data.forEach((number, at) => {
        if (number !== before.data[at])
          sets[indexAt(after.shape, at)[top.axis]!]!.add(indexAt(input.shape, cell)[cone.levels[0]!.axis]!);
      });
    }
  }
  return sets;
}

describe('the steps of a cone are those whose change changes the output', () => {
  test.each(Object.entries(CASES))('%s', (_, [input, layers]) => {
    const network = networkOf(input, layers);
    const cone = coneOf(network, network.layers.at(-1)!.name)!;
    expect(cone.end).toBeUndefined();
    const top = cone.levels.length - 1;
    const sets = changing(network, cone);
    sets.forEach((set, step) => {
      expect(new Set(readBy(cone, top, step).steps[0])).toEqual(set);
    });
    for (let step = 0; step < cone.levels[0]!.size; step++) {
      const fed = sets.flatMap((set, output) => (set.has(step) ? [output] : []));
      expect(fedBy(cone, 0, step)[top]).toEqual(fed);
    }
  });
});

describe('the reach', () => {
  const reachOf = (network: Network) => coneOf(network, network.layers.at(-1)!.name)!.levels.at(-1)!.reach;

  test('of kernel 5 and dilations 1 to 16 is 125, of kernel 3 and 1, 2, 4 it is 15', () => {
    expect(
      reachOf(
        networkOf(
          [200, 1],
          [1, 2, 4, 8, 16].map((rate) => causal(5, rate)),
        ),
      ),
    ).toBe(125);
    expect(
      reachOf(
        networkOf(
          [20, 1],
          [1, 2, 4].map((rate) => causal(3, rate)),
        ),
      ),
    ).toBe(15);
  });

  test('grows by the strides before a layer, as the network counts it', () => {
    const network = networkOf(
      [100, 1],
      [conv({ strides: 2 }), conv({ kernel_size: 5 }), ['MaxPooling1D'], conv({})],
    );
    const last = network.layers.at(-1)!;
    expect(reachOf(network)).toBe(1 + 2 + 4 * 2 + 1 * 2 + 2 * 4);
    expect([reachOf(network)]).toEqual(last.receptiveField);
  });
});

describe('what a Reshape does to the axis of the steps', () => {
  const before: Layer[] = [
    ['Reshape', { name: 'mixed', target_shape: [5, 10, 1] }],
    timed(5, 1),
    timed(5, 2),
  ];

  test('read one after the other, steps and features make an axis that is neither: the cone ends there', () => {
    const network = networkOf([10, 5], before);
    const cone = coneOf(network, network.layers.at(-1)!.name)!;
    expect(cone.end?.name).toBe('mixed');
    expect(cone.levels.map(({ name, size }) => [name, size])[0]).toEqual(['mixed', 10]);
    expect(cone.levels.at(-1)!.reach).toBe(13);
  });

  test('a lone Reshape, two sliding axes and flat outputs have no cone', () => {
    const network = networkOf([10, 5], [...before, ['Flatten'], ['Dense', { units: 2 }]]);
    expect(coneOf(network, 'mixed')).toBeUndefined();
    expect(coneOf(network, 'dense')).toBeUndefined();
    const maps = networkOf([8, 8, 1], [['Conv2D', { filters: 1, kernel_size: 3 }]]);
    expect(coneOf(maps, 'conv2d')).toBeUndefined();
  });
});

describe('what a reach is worth', () => {
  const judged = (network: Network) => judgeCone(coneOf(network, network.layers.at(-1)!.name)!);

  test('too short, too long, with holes', () => {
    const short = judged(
      networkOf(
        [128, 1],
        [1, 2, 4].map((rate) => causal(3, rate)),
      ),
    );
    expect(short).toMatchObject({
      reach: 15,
      size: 128,
      first: 113,
      last: 127,
      beyond: 0,
      holes: 0,
      idle: [],
    });
    const long = judged(
      networkOf(
        [10, 1],
        [1, 2, 4, 8, 16].map((rate) => causal(5, rate)),
      ),
    );
    expect(long).toMatchObject({ reach: 125, size: 10, step: 9, first: 0, last: 9, beyond: 115 });
    const holes = judged(
      networkOf(
        [24, 1],
        [2, 4].map((rate) => causal(2, rate)),
      ),
    );
    expect(holes).toMatchObject({ reach: 7, holes: 3, unread: 0 });
    expect(judged(networkOf([12, 1], [conv({ kernel_size: 1, strides: 2 }), causal(2, 1)])).unread).toBe(6);
  });

  test('a kernel cell is idle where changing its weights changes nothing', () => {
    const network = networkOf(
      [10, 2],
      [1, 2, 4, 8, 16].map((rate) => causal(5, rate)),
    );
    const weights = positiveWeights(network);
    const input: Tensor = { shape: [10, 2], data: Float32Array.from({ length: 20 }, (_, at) => 1 + at / 20) };
    const { name: last } = network.layers.at(-1)!;
    const outputs = (given: Weights) => forward(network, given, input).layers.get(last)!.output.data;
    const before = outputs(weights);
    const found = network.layers.flatMap(({ name }) => {
      const [kernel, bias] = weights.get(name)!;
      const taps = [0, 1, 2, 3, 4].filter((tap) => {
        const data = kernel!.data.map((value, at) =>
          Math.floor((at / kernel!.data.length) * 5) === tap ? 9 : value,
        );
        const after = outputs(new Map([...weights, [name, [{ ...kernel!, data }, bias!]]]));
        return after.every((value, at) => value === before[at]);
      });
      return taps.length > 0 ? [{ layer: name, taps, kernel: 5 }] : [];
    });
    expect(judged(network).idle).toEqual(found);
    expect(found.map(({ taps }) => taps.length)).toEqual([2, 3, 4]);
  });

  test('so in a TimeDistributed, and of layers without weights nothing is said', () => {
    const idle = (layers: readonly Layer[]) => judged(networkOf([2, 6, 1], layers)).idle;
    expect(idle([timed(3, 4)])).toEqual([{ layer: 'time_distributed', taps: [0], kernel: 3 }]);
    expect(
      judged(networkOf([4, 1], [['MaxPooling1D', { pool_size: 9, strides: 1, padding: 'same' }]])).idle,
    ).toEqual([]);
  });

  test.each([1, 2, 7, 10, 15, 16, 100, 1000])(
    'the stacks suggested for a lookback of %i cover it, without holes',
    (lookback) => {
      const stacks = stacksCovering(lookback);
      expect(stacks.length).toBeGreaterThan(1);
      for (const { kernel, dilations, reach, weights } of stacks.filter((stack) => stack.kernel <= 7)) {
        const network = networkOf(
          [reach + 3, 1],
          dilations.map((rate) => causal(kernel, rate)),
        );
        const cone = coneOf(network, network.layers.at(-1)!.name);
        const seen = cone ? readBy(cone, cone.levels.length - 1, reach + 2).steps[0]! : [0];
        expect(seen.length).toBe(reach);
        expect(reach).toBeGreaterThanOrEqual(lookback);
        expect(weights).toBe(kernel * dilations.length);
      }
      expect(stacks.map(({ weights }) => weights)).toEqual(
        stacks.map(({ weights }) => weights).toSorted((a, b) => a - b),
      );
    },
  );
});
