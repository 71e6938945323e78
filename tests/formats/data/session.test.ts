import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { createRandom } from '../../../src/base/random.ts';
import { bytesSource, type SourceFile } from '../../../src/formats/data/source.ts';
import type { Reading } from '../../../src/model/datasets/reading.ts';
import { sentence } from '../../../src/text/errors.ts';
import { look, npy, take, text } from './files.ts';

async function refused(files: readonly SourceFile[], reading: Reading = {}): Promise<string> {
  try {
    const { fault } = await look(files, reading);
    return fault ? sentence(fault) : 'read';
  } catch (error) {
    return sentence(error as Parameters<typeof sentence>[0]);
  }
}

const bytesOf = (content: string) => new TextEncoder().encode(content);

/** Two activities of two signals each second row. */
function motion(rows: number, each: number): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const label = Math.floor(row / each) % 2 ? 'run' : 'walk';
    return `${row / 50};${(row * 0.5).toFixed(2)};${(-row * 0.25).toFixed(2)};${label}`;
  });
  return `time;ax;ay;activity\n${lines.join('\n')}\n`.replaceAll('.', ',');
}

test('a table with ; and decimal commas is cut into windows of one class each, none of them in both parts', async () => {
  const { recognised, reading, preview } = await look([text('motion.csv', motion(400, 50))], {
    length: 10,
    step: 5,
  });
  expect(recognised).toMatchObject({ type: 'table', rows: 400, delimiter: ';', decimal: ',', header: true });
  expect(reading).toMatchObject({ columns: ['ax', 'ay'], target: 'activity', targetType: 'classes' });
  // Each run of 50 rows: 40 to train and 10 to test, so (40 - 10) / 5 + 1 windows and one.
  expect(preview).toMatchObject({ shape: [10, 2], train: 8 * 7, test: 8 });
  expect(preview!.classes).toEqual([
    { name: 'run', train: 28, test: 4 },
    { name: 'walk', train: 28, test: 4 },
  ]);
});

test('a number is forecast from the rows before it, and what is tested comes last', async () => {
  const rows = Array.from({ length: 100 }, (_, row) => `${row},${row * 2}`);
  const { dataset, numbers } = await take([text('a.csv', `x,y\n${rows.join('\n')}`)], {
    target: 'y',
    length: 4,
  });
  expect(dataset).toMatchObject({
    shape: [4, 2],
    target: { type: 'numbers', names: ['y'] },
    train: 80 - 4 - 1 + 1,
    test: 20 - 4 - 1 + 1,
  });
  const targets = numbers.subarray(dataset.train * 8, dataset.train * 9);
  // The window of rows 0 to 3, and the number in row 4.
  expect([...numbers.subarray(0, 8)]).toEqual([0, 0, 1, 2, 2, 4, 3, 6]);
  expect(targets[0]).toBe(8);
  expect(targets.at(-1)).toBe(79 * 2);
});

test('of groups whole ones are kept to test', async () => {
  const rows = Array.from(
    { length: 300 },
    (_, row) => `p${Math.floor(row / 30)},${row},${row % 3 ? 'a' : 'b'}`,
  );
  const csv = text('a.csv', `person,x,label\n${rows.join('\n')}`);
  const { preview, reading } = await look([csv], { samples: 'rows' });
  expect(reading.group).toBe('person');
  expect(preview).toMatchObject({ shape: [1], train: 240, test: 60 });
  const other = await look([csv], { samples: 'rows', seed: 5 });
  expect(other.preview!.train).toBe(240);
});

test('rows of many columns are one signal each', async () => {
  const random = createRandom(1, 'test');
  const rows = Array.from({ length: 20 }, (_, row) =>
    [...Array.from({ length: 30 }, () => random.uniform().toFixed(3)), row % 2 ? 'yes' : 'no'].join(','),
  );
  const names = [...Array.from({ length: 30 }, (_, at) => `w${at}`), 'present'];
  const { preview } = await look([text('spectra.csv', [names.join(','), ...rows].join('\n'))]);
  expect(preview).toMatchObject({ shape: [30, 1], train: 16, test: 4, target: { classes: ['no', 'yes'] } });
});

test('standardised, the training part has mean 0 and deviation 1, and the scale says what was done', async () => {
  const rows = Array.from({ length: 200 }, (_, row) => `${row % 17},5,${(row * 7) % 23}`);
  const { dataset, numbers } = await take([text('a.csv', `x,c,y\n${rows.join('\n')}`)], {
    columns: ['x', 'c'],
    target: 'y',
    length: 3,
    standardize: true,
  });
  const values = numbers.subarray(0, dataset.train * 6);
  const x = values.filter((_, at) => at % 2 === 0);
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  const deviation = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length);
  expect(mean).toBeCloseTo(0, 5);
  expect(deviation).toBeCloseTo(1, 5);
  // A column that never changes is brought to 0 and not blown up.
  expect(values.filter((_, at) => at % 2 === 1).every((value) => value === 0)).toBe(true);
  const [channel] = dataset.channels!;
  expect(x[0]! * channel!.scale! + channel!.offset!).toBeCloseTo(0, 3);
});

test('windows with a missing number are left out, and it is said where the first is', async () => {
  const rows = Array.from({ length: 100 }, (_, row) => `${row === 50 ? 'NA' : row},${row}`);
  const { preview } = await look([text('a.csv', `x,y\n${rows.join('\n')}`)], {
    target: 'y',
    length: 4,
    columns: ['x'],
  });
  expect(preview!.train).toBe(80 - 4 + 1 - 4);
  expect(preview!.notes).toContain('“x” has no number in 1 row, first in line 52.');
  expect(preview!.notes).toContain('4 samples with missing numbers are left out.');
});

test.each([
  [
    'too few rows for a window',
    'x,y\n1,2\n3,4\n5,6\n',
    { length: 10 },
    /a window of 11 rows does not fit: the longest unbroken run has 3 rows/,
  ],
  [
    'text among numbers',
    `x,y\n${'1,2\n'.repeat(30)}oops,4\n`,
    { columns: ['x'], target: 'y' },
    /^At a\.csv, line 32: the column “x” should hold numbers, and here it says "oops"/,
  ],
  [
    'a column that is not there',
    'x,y\n1,2\n3,4\n',
    { columns: ['z'] },
    /column z: there is no such column; there are x, y/,
  ],
  ['one class', `x,y\n${'1,a\n'.repeat(30)}`, { target: 'y' }, /only one value/],
  [
    'nothing but missing numbers',
    `x,y\n${'NA,1\n'.repeat(40)}`,
    { columns: ['x'], target: 'y', targetType: 'numbers', length: 2 },
    /every window has a missing number/,
  ],
] as const)('%s is refused', async (_, csv, reading, wanted) => {
  expect(await refused([text('a.csv', csv)], reading)).toMatch(wanted);
});

/** The human-activity set with windows of 4 steps. */
function activity(folder: string, change: Readonly<Record<string, string>> = {}): Record<string, Uint8Array> {
  const files: Record<string, string> = { 'activity_labels.txt': '1 WALKING\n2 SITTING\n' };
  for (const [split, labels] of [
    ['train', [1, 2, 1]],
    ['test', [2, 1]],
  ] as const) {
    files[`${split}/y_${split}.txt`] = labels.join('\n');
    files[`${split}/X_${split}.txt`] = labels.map((label) => `  ${label}.5e+000 -1.25e-001`).join('\n');
    for (const name of ['body_acc', 'body_gyro', 'total_acc']) {
      for (const axis of ['x', 'y', 'z']) {
        const rows = labels.map((label, row) => `  ${row}.0  1.0e+001 -2.5e-001  ${label}`);
        files[`${split}/Inertial Signals/${name}_${axis}_${split}.txt`] = `${rows.join('\n')}\n`;
      }
    }
  }
  return Object.fromEntries(
    Object.entries({ ...files, ...change }).map(([path, content]) => [folder + path, bytesOf(content)]),
  );
}

const sources = (files: Readonly<Record<string, Uint8Array>>) =>
  Object.entries(files).map(([path, bytes]) => bytesSource(path, bytes));

test.each([
  ['a folder', sources(activity(''))],
  ['its outer folder', sources(activity('UCI HAR Dataset/'))],
  ['a zip', [bytesSource('uci.zip', zipSync(activity('UCI HAR Dataset/')))]],
  [
    'a zip in a zip',
    [
      bytesSource(
        'archive.zip',
        zipSync({
          'UCI HAR Dataset.zip': zipSync(activity('UCI HAR Dataset/')),
          'readme.txt': bytesOf('hello'),
        }),
      ),
    ],
  ],
])('the human-activity set opens as %s, as it is split', async (_, files) => {
  const { preview, recognised } = await look(files, {}, 1);
  expect(recognised).toEqual({ type: 'human-activity', signals: true, features: true });
  expect(preview).toMatchObject({ shape: [4, 9], train: 3, test: 2 });
  expect(preview!.sample.targets).toEqual([1]);
  expect([...preview!.sample.input.data.subarray(0, 9)]).toEqual(new Array(9).fill(1));
  expect([...preview!.sample.input.data.subarray(18, 20)]).toEqual([-0.25, -0.25]);
  const { dataset } = await take(files, { inputs: 'features' });
  expect(dataset).toMatchObject({ shape: [2], target: { classes: ['WALKING', 'SITTING'] } });
});

test('a human-activity set with a file that is missing, short or damaged is refused with the place', async () => {
  const path = 'train/Inertial Signals/body_acc_x_train.txt';
  expect(await refused(sources(activity('', { [path]: '1 2 3 4\n1 2 3\n1 2 3 4\n' })))).toBe(
    `At ${path}, line 2: this row has 3 cells, and the first has 4.`,
  );
  expect(await refused(sources(activity('', { [path]: '1 2 3 4\n' })))).toBe(
    `At ${path}: 1 row, and the labels are 3.`,
  );
  expect(await refused(sources(activity('', { [path]: '1 2 x 4\n' })))).toMatch(
    /line 1: expected a number, and here it says "x"/,
  );
  expect(await refused(sources(activity('', { 'train/y_train.txt': '1\n7\n1\n' })))).toMatch(
    /line 2: the label 7 is not in/,
  );
  const { 'test/y_test.txt': _, ...without } = activity('');
  expect(await refused(sources(without))).toMatch(
    /the file test\/y_test\.txt of the human-activity set is missing/,
  );
});

test('arrays are told apart by name or by size', async () => {
  const x = npy('<f4', [10, 5, 2], new Float32Array(100).buffer);
  const y = npy('<i8', [10], BigInt64Array.from({ length: 10 }, (_, at) => BigInt(at % 3)).buffer);
  const named = zipSync({ 'X.npy': x, 'y.npy': y });
  const unnamed = zipSync({ 'a.npy': y, 'b.npy': x });
  for (const bytes of [named, unnamed]) {
    const { preview } = await look([bytesSource('set.npz', bytes)]);
    expect(preview).toMatchObject({
      shape: [5, 2],
      train: 8,
      test: 2,
      target: { type: 'classes', classes: ['0', '1', '2'] },
    });
  }
  const two = await look([bytesSource('x_train.npy', x), bytesSource('y_train.npy', y)]);
  expect(two.preview).toMatchObject({ shape: [5, 2], train: 8 });
  const split = zipSync({ 'x_train.npy': x, 'y_train.npy': y, 'x_test.npy': x, 'y_test.npy': y });
  expect((await look([bytesSource('set.npz', split)])).preview).toMatchObject({ train: 10, test: 10 });
});

test('labels may be one-hot, numbers, several heads', async () => {
  const x = npy('<f4', [4, 3], new Float32Array(12).buffer);
  const of = async (y: Uint8Array, reading: Reading = {}) =>
    (await look([bytesSource('s.npz', zipSync({ 'x.npy': x, 'y.npy': y }))], reading)).preview?.target;
  const eye = Float32Array.of(1, 0, 0, 1, 1, 0, 0, 1);
  expect(await of(npy('<f4', [4, 2], eye.buffer))).toMatchObject({ type: 'classes', classes: ['0', '1'] });
  expect(await of(npy('<f4', [4], Float32Array.of(0.5, 1, 2, 3).buffer))).toMatchObject({ type: 'numbers' });
  const several = npy('|u1', [4, 2], Uint8Array.of(0, 1, 2, 3, 0, 1, 2, 2).buffer);
  expect(await of(several)).toEqual({ type: 'heads', heads: 2, classes: ['0', '1', '2', '3'] });
});

test('arrays of other lengths, without labels or with infinite numbers are refused', async () => {
  const x = npy('<f4', [10, 5, 2], new Float32Array(100).buffer);
  const y = npy('|u1', [9], new Uint8Array(9).buffer);
  const bad = npy('<f4', [2, 2, 1], Float32Array.of(1, 2, Number.NaN, 4).buffer);
  const labels = npy('|u1', [2], Uint8Array.of(0, 1).buffer);
  expect(await refused([bytesSource('s.npz', zipSync({ 'x.npy': x, 'y.npy': y }))])).toBe(
    'At s.npz: “x” has 10 samples and “y” 9; they have to be as many.',
  );
  expect(await refused([bytesSource('x.npy', x)])).toMatch(/no second array/);
  expect(await refused([bytesSource('s.npz', zipSync({ 'x.npy': bad, 'y.npy': labels }))])).toMatch(
    /s\.npz, x, sample 1: a number here is infinite or missing/,
  );
});

test('sounds are named by their folders or by how their names begin; a short one is filled up', async () => {
  const sounds = ['dogs/a.wav', 'dogs/b.wav', 'cats/a.wav', 'cats/b.wav', 'cats/c.wav'];
  const files = sounds.map((path, at) => bytesSource(path, new Uint8Array(16_000 - at).fill(200)));
  const { preview, reading, recognised } = await look(files, { features: 'wave' });
  expect(recognised).toMatchObject({ type: 'sounds', sounds: 5 });
  expect(reading.classesFrom).toBe('folders');
  expect(preview).toMatchObject({
    shape: [16_000, 1],
    train: 4,
    test: 1,
    target: { classes: ['cats', 'dogs'] },
  });
  const named = ['0_ann_1.wav', '0_bob.wav', '7-x.wav', '7.wav'].map((path) =>
    bytesSource(path, new Uint8Array(3200).fill(200)),
  );
  const digits = await look(named, { features: 'wave' });
  expect(digits.preview).toMatchObject({ shape: [3200, 1], target: { classes: ['0', '7'] } });
});

test('text that is called a sound, an empty sound and one that cannot be played are refused', async () => {
  const good = bytesSource('b.wav', new Uint8Array(10).fill(200));
  expect(await refused([text('a.wav', 'hello, this is text'), good])).toBe(
    'At a.wav: this is text, though its name ends in .wav.',
  );
  expect(await refused([text('a.wav', '')])).toBe('At a.wav: the file is empty.');
  expect(await refused([bytesSource('a.wav', Uint8Array.of(1, 2, 3))])).toMatch(
    /no sound that the browser can play/,
  );
});

test('zips that are damaged, or larger than they say, are refused', async () => {
  const whole = zipSync({ 'data.csv': bytesOf('a,b\n1,2\n'.repeat(100)) });
  expect(await refused([bytesSource('a.zip', whole.subarray(0, whole.length - 30))])).toMatch(
    /the zip is damaged/,
  );
  // The directory says 8 bytes, and a hundred times as many come out.
  const lying = whole.slice();
  const view = new DataView(lying.buffer);
  const central = lying.findLastIndex(
    (_, at) => at + 4 <= lying.length && view.getUint32(at, true) === 0x02014b50,
  );
  view.setUint32(central + 24, 8, true);
  expect(await refused([bytesSource('a.zip', lying)])).toMatch(/the zip is damaged/);
  view.setUint32(central + 24, 4_000_000_000, true);
  expect(await refused([bytesSource('a.zip', lying)])).toMatch(/4,000,000,000 bytes are more than/);
});

test('files of no kind that is known are refused', async () => {
  expect(await refused([text('a.docx', 'x'), text('b.pdf', 'y')])).toMatch(
    /none of the kinds of data.*\.docx, \.pdf/,
  );
  expect(await refused([])).toMatch(/no file was given/);
});
