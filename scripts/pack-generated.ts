import { createRandom } from '../src/base/random.ts';
import type { DatasetDefinition } from '../src/model/datasets/definition.ts';
import { manyOutputs, sequences, spectra, waves } from '../src/model/datasets/generated.ts';
import { packStored, type Stored } from './pack-samples.ts';

// Generates the data sets that are made up, each by a rule that can be told in a sentence, with a fixed seed, and packs
// them into public/data. The samples of both splits are drawn alike; none is drawn twice.

const random = createRandom(2026, 'generated');
const whole = (low: number, high: number) => Math.floor(random.uniform(low, high));

/** Equally many of each class, in an order that is drawn. */
function pack(definition: DatasetDefinition, classes: number, make: (label: number) => Stored, rule: string) {
  const draw = (count: number): Stored[] => Array.from(random.permutation(count), (at) => make(at % classes));
  const { train, test } = definition.available;
  packStored(
    definition,
    { train: draw(train), test: draw(test) },
    `Generated for Kernelscope with a fixed seed (scripts/pack-generated.ts), under its licence, the Apache License 2.0,
https://www.apache.org/licenses/LICENSE-2.0

${rule}
`,
  );
}

const LINES = 4;

function spectrum(label: number): Stored {
  const [bands] = spectra.shape as [number, number];
  const level = random.uniform(0.35, 0.45);
  const slope = random.uniform(-0.1, 0.1);
  const lines: { at: number; height: number }[] = [];
  while (lines.length < LINES) {
    const at = random.uniform(3, bands - 4);
    if (lines.some((line) => Math.abs(line.at - at) < 5)) continue;
    // The first of those of class yes is dark.
    const dark = label === 1 && lines.length === 0;
    lines.push({ at, height: dark ? random.uniform(-0.3, -0.15) : random.uniform(0.15, 0.45) });
  }
  const values = Array.from({ length: bands }, (_, band) => {
    const ground = level + slope * (band / bands) + random.normal(0, 0.02);
    const sum = lines.reduce(
      (all, { at, height }) => all + height * Math.exp(-((band - at) ** 2) / 1.6),
      ground,
    );
    return Math.round(255 * Math.min(1, Math.max(0, sum)));
  });
  return { targets: [label], values };
}

/** The kinds that are looked for, in this order, one right after another. */
const MOTIF = [17, 42, 71];
const OTHER_ORDERS = [
  [17, 71, 42],
  [42, 17, 71],
  [42, 71, 17],
  [71, 17, 42],
  [71, 42, 17],
];

function events(label: number): Stored {
  const [steps, kinds] = sequences.shape as [number, number];
  const list = Array.from({ length: steps }, () => {
    let kind = whole(0, kinds);
    while (MOTIF.includes(kind)) kind = whole(0, kinds);
    return kind;
  });
  // Three times the three kinds, in their order or in others, at places that don't touch.
  const places = [whole(0, 19), whole(21, 40), whole(42, 61)];
  for (const place of places) {
    const order = label === 1 ? MOTIF : OTHER_ORDERS[whole(0, OTHER_ORDERS.length)]!;
    order.forEach((kind, at) => {
      list[place + at] = kind;
    });
  }
  const values = new Uint8Array(steps * kinds);
  list.forEach((kind, step) => {
    values[step * kinds + kind] = 255;
  });
  return { targets: [label], values };
}

/** Height of each form, -1 to 1, at a part of its period, 0 to 1. */
const forms: readonly ((part: number) => number)[] = [
  (part) => Math.sin(2 * Math.PI * part),
  (part) => 1 - 4 * Math.abs(part - 0.5),
  (part) => (part < 0.5 ? 1 : -1),
  (part) => 2 * part - 1,
  (part) => (part < 0.15 ? 1 : 0),
];

function wave(label: number): Stored {
  const [steps, signals] = waves.shape as [number, number];
  const period = whole(16, 48);
  const drawn = Array.from({ length: signals }, () => ({
    shift: whole(0, period),
    height: random.uniform(0.5, 1),
  }));
  const values = Array.from({ length: steps }, (_, at) =>
    drawn.map(({ shift, height }) => {
      return Math.round(64 * height * forms[label]!(((at + shift) % period) / period)) + 0;
    }),
  );
  return { targets: [label], values: values.flat() };
}

const SECTORS = 7;

function points(): Stored {
  if (manyOutputs.target.type !== 'heads') throw new Error(manyOutputs.target.type);
  const values: number[] = [];
  const targets = Array.from({ length: manyOutputs.target.heads }, () => {
    for (;;) {
      const x = Math.round(32 * random.truncatedNormal()) + 0;
      const y = Math.round(32 * random.truncatedNormal()) + 0;
      if (x === 0 && y === 0) continue;
      values.push(x, y);
      const turn = (Math.atan2(y, x) / (2 * Math.PI) + 1) % 1;
      return Math.min(SECTORS - 1, Math.floor(turn * SECTORS));
    }
  });
  return { targets, values };
}

pack(
  spectra,
  2,
  spectrum,
  'Spectra of 50 bands: four lines at random places on a noisy, sloping ground. In those of class yes one of them is dark.',
);
pack(
  sequences,
  2,
  events,
  `64 events of 100 kinds, one-hot. In those of class yes kinds ${MOTIF.join(', ')} follow one another in this order, three times; in those
of class no the same kinds stand together in other orders.`,
);
pack(
  waves,
  waves.target.type === 'classes' ? waves.target.classes.length : 0,
  wave,
  'Three signals of 1,000 steps of one form (sine, triangle, square, sawtooth, pulses) and one period of 16 to 47 steps, each with\na phase and a height of its own.',
);
pack(
  manyOutputs,
  1,
  points,
  'Sixteen points, two normal coordinates each. Of each the class is in which of seven equal sectors of a circle it lies,\ncounted from the first axis against the clock.',
);
