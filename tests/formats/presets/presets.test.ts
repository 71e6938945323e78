import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PRESET_CODES } from '../../../src/formats/presets/code.ts';
import { openPreset } from '../../../src/formats/presets/open-preset.ts';
import { PRESETS } from '../../../src/formats/presets/presets.ts';
import { datasetMisfit } from '../../../src/model/datasets/fit.ts';
import { digits } from '../../../src/model/examples/digits.ts';
import { admit } from '../../../src/model/gate.ts';

const FOLDER = new URL('../../../src/formats/presets/', import.meta.url);
const inHand = admit(digits).document;

test('every Python file is a preset, and its text is the file', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.py'));
  expect(files.map((file) => file.replace('.py', '')).sort()).toEqual(PRESETS.map(({ id }) => id).sort());
  for (const file of files) {
    expect(PRESET_CODES[file.replace('.py', '')]).toBe(readFileSync(new URL(file, FOLDER), 'utf8'));
  }
});

// The totals are real Keras's, of the same texts.
describe.each(PRESETS)('$id', (preset) => {
  test(`opens with ${preset.params} parameters`, () => {
    const { reading } = openPreset(preset, inHand);
    expect(reading.problems).toEqual([]);
    expect(admit(reading.document).network.params).toBe(preset.params);
  });

  test('opens on its data and can be trained on them, where it has a head', () => {
    const { document, network } = admit(openPreset(preset, inHand).reading.document);
    expect(document.dataset.name).toBe(preset.dataset);
    if (document.compile && preset.id !== 'encoder-decoder')
      expect(datasetMisfit(document, network)).toBeUndefined();
  });
});

test('a preset for pictures takes those in hand, one for sequences never', () => {
  const hand = admit({ ...digits, dataset: { name: 'fashion-mnist' } }).document;
  const taken = (id: string) =>
    admit(openPreset(PRESETS.find((preset) => preset.id === id)!, hand).reading.document);
  expect(taken('vgg').document.dataset.name).toBe('fashion-mnist');
  expect(taken('causal-stack').document).toMatchObject({ dataset: { name: 'weather' }, fit: { epochs: 4 } });
  const weather = taken('causal-stack').document;
  const back = openPreset(PRESETS.find(({ id }) => id === 'vgg')!, weather).reading.document;
  expect(admit(back).document.dataset.name).toBe('mnist');
});

test('the activity preset is fitted ten times', () => {
  const { reading } = openPreset(PRESETS.find(({ id }) => id === 'activity-recognition')!, inHand);
  expect(reading.repeats).toBe(10);
  expect(reading.notes.map(({ data }) => data)).toContainEqual({
    what: 'trainX.shape[1]',
    value: 128,
    dataset: 'activity',
  });
});
