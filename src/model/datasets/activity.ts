import type { DatasetDefinition } from './definition.ts';

/** What is stored is so many g, or so many radians a second. */
const ACCELERATION = 0.03;
const TURN = 0.1;

/**
 * Six exercises of the shoulder, by ten people, either hand, as a watch on the wrist measured them: windows of 128
 * steps at 50 Hz of the data that PyPI's seglearn ships, in the channels of the UCI human-activity set. Training
 * windows are cut from the first part of each recording, test windows from its last (`scripts/pack-activity.ts`).
 */
export const activity: DatasetDefinition = {
  name: 'activity',
  shape: [128, 9],
  target: {
    type: 'classes',
    classes: [
      'abduction',
      'forward elevation',
      'internal rotation',
      'external rotation',
      'trapezius extension',
      'upright row',
    ],
  },
  channels: [
    { name: 'body acc. x', unit: 'g' },
    { name: 'body acc. y', unit: 'g' },
    { name: 'body acc. z', unit: 'g' },
    { name: 'turning x', unit: 'rad/s' },
    { name: 'turning y', unit: 'rad/s' },
    { name: 'turning z', unit: 'rad/s' },
    { name: 'total acc. x', unit: 'g' },
    { name: 'total acc. y', unit: 'g' },
    { name: 'total acc. z', unit: 'g' },
  ],
  step: { unit: 's', each: 0.02 },
  origin: 'recorded',
  storage: {
    type: 'int16',
    scale: [
      ...[ACCELERATION, ACCELERATION, ACCELERATION],
      ...[TURN, TURN, TURN],
      ...[ACCELERATION, ACCELERATION, ACCELERATION],
    ],
    offset: [0, 0, 0, 0, 0, 0, 0, 0, 0],
  },
  available: { train: 1320, test: 240 },
  default: { train: 1320, test: 240 },
  unit: 'g, rad/s',
  range: [-16, 16],
  licence: 'activity',
};
