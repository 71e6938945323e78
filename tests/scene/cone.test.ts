import { describe, expect, test } from 'vitest';
import { type Cone, coneOf, fedBy, readBy } from '../../src/model/cone.ts';
import { judgeCone } from '../../src/model/cone-judgement.ts';
import type { Focus } from '../../src/model/document.ts';
import { admit } from '../../src/model/gate.ts';
import { reachFormula } from '../../src/scene/cone/cone-formula.ts';
import { coneNotes, seesAllSteps } from '../../src/scene/cone/cone-notes.ts';
import { conePicture } from '../../src/scene/cone/cone-picture.ts';
import { targetAt } from '../../src/scene/hit.ts';
import { aspectPicture, aspectsOf, movedInCone } from '../../src/scene/lens/aspects.ts';
import type { Mark, Picture } from '../../src/scene/marks.ts';

type Layer = readonly [string, Record<string, unknown>];

const causal = (kernel_size: number, dilation_rate: number): Layer => [
  'Conv1D',
  { filters: 2, kernel_size, dilation_rate, padding: 'causal' },
];

function networkOf(input: readonly number[], layers: readonly Layer[]) {
  const model = {
    input_shape: input,
    layers: layers.map(([class_name, config]) => ({ class_name, config })),
  };
  return admit({ kernelscope: 1, title: 't', seed: 1, dataset: { name: 'mnist' }, model }).network;
}

const three = networkOf(
  [24, 3],
  [1, 2, 4].map((rate) => causal(3, rate)),
);

function drawn(network: typeof three, step: number, hover?: Focus, width = 720, height = 400) {
  const { name, outputShape } = network.layers.at(-1)!;
  const cone = coneOf(network, name)!;
  const focus = { layer: name, index: outputShape.map((_, axis) => (axis === cone.axis ? step : 1)) };
  const picture = conePicture({ cone, focus, hover, width, height, inputShape: network.inputShape });
  return { cone, picture };
}

/** The middle of the place where a pointer finds a level's step. */
function placeOf({ marks }: Picture, layer: string, step: number) {
  const mark = marks.find(
    ({ target }) => target?.type === 'cell' && target.layer === layer && target.index[0] === step,
  ) as Mark & { type: 'rect' };
  return { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 };
}

/** Whether a dot of that ink stands on a level's step. */
function lit(picture: Picture, layer: string, step: number, ink: string): boolean {
  const { x, y } = placeOf(picture, layer, step);
  return picture.marks.some(
    (mark) =>
      mark.type === 'rect' &&
      mark.fill === ink &&
      Math.abs(mark.x + mark.width / 2 - x) < 1 &&
      Math.abs(mark.y + mark.height / 2 - y) < 1,
  );
}

function eachStep(cone: Cone, does: (level: number, name: string, step: number) => void): void {
  cone.levels.forEach(({ name, size }, level) => {
    for (let step = 0; step < size; step++) does(level, name, step);
  });
}

describe('the picture of a cone', () => {
  test('lights exactly the steps that reach the output', () => {
    const { cone, picture } = drawn(three, 20);
    const { steps } = readBy(cone, 3, 20);
    eachStep(cone, (level, name, step) => {
      expect([name, step, lit(picture, name, step, 'accent')]).toEqual([
        name,
        step,
        steps[level]!.includes(step),
      ]);
    });
  });

  test('of a step that is pointed at, what it reads and what it feeds', () => {
    const { cone, picture } = drawn(three, 20, { layer: 'conv1d', index: [13, 0] });
    const [down, up] = [readBy(cone, 1, 13).steps, fedBy(cone, 1, 13)];
    eachStep(cone, (level, name, step) => {
      if (level < 1) expect(lit(picture, name, step, 'accent')).toBe(down[level]!.includes(step));
      if (level > 1) expect(lit(picture, name, step, 'second')).toBe(up[level]!.includes(step));
    });
  });

  test('a pointer finds every step that is in sight', () => {
    const { cone, picture } = drawn(three, 20);
    eachStep(cone, (level, name, step) => {
      const { x, y } = placeOf(picture, name, step);
      // Of the layer asked for, the channel that is looked at.
      expect(targetAt(picture, x, y)).toMatchObject({ type: 'cell', layer: name });
      expect((targetAt(picture, x, y) as Focus).index[0]).toBe(step);
      expect(level).toBeLessThan(4);
    });
  });

  test.each([
    [1000, 900],
    [128, 127],
    [10, 9],
  ])('of 125 steps on %i is no heavier than it can be quick', (size, step) => {
    const network = networkOf(
      [size, 2],
      [1, 2, 4, 8, 16].map((rate) => causal(5, rate)),
    );
    const { picture } = drawn(network, step);
    expect(picture.marks.length).toBeLessThan(2500);
    for (const mark of picture.marks) {
      const places =
        mark.type === 'path' ? [...mark.points].filter((at) => !Number.isNaN(at)) : [mark.x, mark.y];
      expect(places.every(Number.isFinite)).toBe(true);
    }
  });
});

describe('the reach as a formula', () => {
  const line = (network: typeof three) =>
    reachFormula(coneOf(network, network.layers.at(-1)!.name)!)
      .map(({ text }) => text)
      .join('');

  test('of a layer and of the stack', () => {
    expect(line(three)).toBe('conv1d_2: 1 + (3 − 1)×4 = 9,   stack on input: 1 + (3 − 1)×(1 + 2 + 4) = 15');
    expect(line(networkOf([40, 1], [causal(3, 4)]))).toBe('layer on input: 1 + (3 − 1)×4 = 9');
  });

  test('with the strides before', () => {
    const strided: Layer = ['Conv1D', { filters: 2, kernel_size: 5, strides: 2 }];
    expect(line(networkOf([40, 1], [strided, causal(3, 2)]))).toContain('1 + (5 − 1)×1 + (3 − 1)×2×2 = 13');
  });
});

describe('what is said about a reach', () => {
  const notes = (network: typeof three) => {
    const cone = coneOf(network, network.layers.at(-1)!.name)!;
    return coneNotes(cone, judgeCone(cone));
  };

  test('nothing where it fits', () => {
    expect(
      notes(
        networkOf(
          [15, 1],
          [1, 2, 4].map((rate) => causal(3, rate)),
        ),
      ),
    ).toEqual([]);
  });

  test('no warning where later layers put the outputs together', () => {
    const network = networkOf([24, 1], [causal(3, 1), ['Flatten', {}], ['Dense', { units: 2 }]]);
    const cone = coneOf(network, 'conv1d')!;
    expect([seesAllSteps(network, cone), seesAllSteps(three, coneOf(three, 'conv1d_2')!)]).toEqual([
      true,
      false,
    ]);
    expect(coneNotes(cone, judgeCone(cone), true)[0]).toContain('sees 3 of 24 steps; later layers');
  });

  test('short, too long, and where the axis of the steps has ended', () => {
    expect(notes(three)[0]).toContain('sees 15 of 24 steps: what lies further away');
    const long = notes(
      networkOf(
        [10, 5],
        [1, 2, 4, 8, 16].map((rate) => causal(5, rate)),
      ),
    );
    expect(long[0]).toContain('A reach of 125 on 10 steps: 115');
    expect(long[1]).toContain('2 of 5 kernel cells of conv1d_2');
    const timed: Layer = [
      'TimeDistributed',
      { layer: { class_name: 'Conv1D', config: { filters: 1, kernel_size: 3 } } },
    ];
    const mixed = notes(networkOf([10, 5], [['Reshape', { target_shape: [5, 10, 1] }], timed]));
    expect(mixed[0]).toContain('ends at reshape');
    expect(mixed[0]).toContain('Permute');
    const recurrent: Layer = [
      'Bidirectional',
      { layer: { class_name: 'LSTM', config: { units: 2, return_sequences: true } } },
    ];
    expect(notes(networkOf([8, 2], [recurrent, causal(3, 1)]))[0]).toContain('ends at bidirectional');
  });
});

describe('what a lens can show', () => {
  test('by the layer', () => {
    expect(aspectsOf(three, 'conv1d_2')).toEqual(['cone', 'filters', 'window']);
    const maps = networkOf(
      [8, 8, 2],
      [
        ['Conv2D', { filters: 3, kernel_size: 3 }],
        ['ReLU', {}],
        ['Flatten', {}],
      ],
    );
    expect(maps.layers.map(({ name }) => aspectsOf(maps, name))).toEqual([['filters', 'window'], [], []]);
    expect(aspectsOf(three, 'gone')).toEqual([]);
    const request = { network: maps, layer: 'flatten', index: [0], width: 400, height: 300 };
    const nothing = {
      trace: { input: { shape: [], data: new Float32Array() }, layers: new Map() },
      weights: new Map(),
    };
    expect(aspectPicture('cone', { ...request, ...nothing })).toBeUndefined();
  });

  test('keys move along the steps and between the layers', () => {
    const focus = { layer: 'conv1d_1', index: [23, 1] };
    expect(movedInCone(three, focus, 'step', 1)).toEqual(focus);
    expect(movedInCone(three, focus, 'step', -1)?.index).toEqual([22, 1]);
    expect(movedInCone(three, focus, 'level', 1)).toEqual({ layer: 'conv1d', index: [23, 1] });
    expect(movedInCone(three, focus, 'level', -1)).toEqual({ layer: 'conv1d_2', index: [23, 1] });
    expect(movedInCone(three, { layer: 'conv1d', index: [3, 1] }, 'level', 1)?.layer).toBe('conv1d');
  });
});
