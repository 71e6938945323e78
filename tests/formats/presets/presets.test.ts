import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PRESET_CODES } from '../../../src/formats/presets/code.ts';
import { openPreset } from '../../../src/formats/presets/open-preset.ts';
import { PRESETS } from '../../../src/formats/presets/presets.ts';
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
