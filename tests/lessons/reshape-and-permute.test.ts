import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { openPreset } from '../../src/formats/presets/open-preset.ts';
import { PRESETS } from '../../src/formats/presets/presets.ts';
import { questions } from '../../src/lessons/reshape-and-permute/questions.ts';
import { lesson } from '../../src/lessons/reshape-and-permute/steps.ts';
import { admit } from '../../src/model/gate.ts';
import { chosen, seeds } from './asked.ts';

function ask(name: string, seed: number) {
  const asked = questions[name]!.make(createRandom(seed));
  return { ...asked, numbers: asked.figures as Readonly<Record<string, number>> };
}

describe('questions about Reshape and Permute', () => {
  it('write the numbers on, row by row', () => {
    for (const seed of seeds) {
      const { numbers, truth } = ask('row', seed);
      const { steps, row, column } = numbers;
      expect(truth).toBe(row! * steps! + column!);
    }
  });

  it('leave a feature scattered', () => {
    for (const seed of seeds) {
      const { numbers, truth } = ask('scattered', seed);
      const { steps, features, feature } = numbers;
      expect(truth).toEqual(chosen(steps! * features!, (flat) => flat % features! === feature));
    }
  });

  it('exchange two axes', () => {
    for (const seed of seeds) {
      const { numbers, truth } = ask('turned', seed);
      expect(truth).toEqual([numbers.feature! * numbers.steps! + numbers.step!]);
    }
  });

  it('share one layer, which sees one slice', () => {
    for (const seed of seeds) {
      const shared = ask('shared', seed).numbers;
      expect(ask('shared', seed).truth).toBe((shared.kernel! + 1) * shared.filters!);
      expect(ask('slice', seed).truth).toBe(ask('slice', seed).numbers.kernel);
    }
  });

  it('bring time to the front', () => {
    const ways = ['reshape', 'permute-213', 'permute-312'];
    for (const seed of seeds) {
      const { numbers, truth } = ask('rows', seed);
      expect(truth).toBe(ways[numbers.axis! - 1]);
    }
  });
});

describe('the stacks that are compared', () => {
  it('begin with the one that the presets have, so that the other two stand beside it', () => {
    const json = lesson.steps.find(({ id }) => id === 'compare')!.scene!.document;
    const { document, network } = admit(json);
    const preset = PRESETS.find(({ id }) => id === 'causal-stack')!;
    const { reading } = openPreset(preset, document);
    const stack = admit(reading.document).document;
    expect(network.params).toBe(preset.params);
    expect(document.model).toEqual(stack.model);
    expect(document.compile).toEqual(stack.compile);
    expect({ ...document.fit, epochs: 0 }).toEqual({ ...stack.fit, epochs: 0 });
  });
});
