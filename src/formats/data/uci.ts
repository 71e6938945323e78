import type { DatasetTarget } from '../../model/datasets/definition.ts';
import type { Reading } from '../../model/datasets/reading.ts';
import { dataFaults, dataNotes, dataPlaces } from '../../text/own-data.ts';
import { type NumberLines, readNumberLines } from './number-lines.ts';
import type { Plan } from './plan.ts';
import type { Progress } from './progress.ts';
import { refusal } from './refuse.ts';
import type { SourceFile } from './source.ts';

/** Signals of the set, each a file of windows: what was measured along which axis. */
const SIGNALS = ['body_acc', 'body_gyro', 'total_acc'].flatMap((name) =>
  ['x', 'y', 'z'].map((axis) => `${name}_${axis}`),
);

/** Of the accelerometer in g, of the gyroscope in radians a second; 50 a second. */
const unitOf = (signal: string) => (signal.includes('gyro') ? 'rad/s' : 'g');
const SECONDS_A_STEP = 0.02;

const SPLITS = ['train', 'test'] as const;

/** The files of the human-activity set by their path in it, whatever folder it lies in; undefined where it is not there. */
export function uciFiles(files: readonly SourceFile[]): ReadonlyMap<string, SourceFile> | undefined {
  const label = files.find(({ path }) => /(^|\/)train\/y_train\.txt$/.test(path));
  if (!label) return undefined;
  const folder = label.path.slice(0, -'train/y_train.txt'.length);
  const inside = files.filter(({ path }) => path.startsWith(folder));
  return new Map(inside.map((file) => [file.path.slice(folder.length), file]));
}

/** What of the set is there. */
export interface UciParts {
  readonly signals: boolean;
  readonly features: boolean;
}

export function uciParts(files: ReadonlyMap<string, SourceFile>): UciParts {
  return {
    signals: files.has(signalFile('train', SIGNALS[0]!)),
    features: files.has('train/X_train.txt'),
  };
}

const signalFile = (split: string, signal: string) => `${split}/Inertial Signals/${signal}_${split}.txt`;

interface UciSplit {
  /** A file of windows a signal, or one of features. */
  readonly inputs: readonly NumberLines[];
  readonly labels: Uint16Array;
}

async function namesOf(files: ReadonlyMap<string, SourceFile>): Promise<Map<number, string>> {
  const file = given(files, 'activity_labels.txt');
  const text = new TextDecoder().decode(await file.read(0, Math.min(file.size, 100_000)));
  const rows = text.split(/\r?\n/).map((line) => /^\s*(\d+)\s+(.+?)\s*$/.exec(line));
  return new Map(rows.flatMap((row) => (row ? [[Number(row[1]), row[2]!.slice(0, 100)] as const] : [])));
}

function given(files: ReadonlyMap<string, SourceFile>, name: string): SourceFile {
  const file = files.get(name);
  if (file) return file;
  throw refusal('missing-key', name, dataFaults.uciMissing(name));
}

/** The windows of the set as it is laid out, `[128 steps, 9 signals]`, or its 561 features; split as the set is. */
export async function planUci(
  files: ReadonlyMap<string, SourceFile>,
  reading: Reading,
  progress: Progress,
): Promise<Plan> {
  const parts = uciParts(files);
  const takesSignals = reading.inputs === undefined ? parts.signals : reading.inputs === 'signals';
  const names = await namesOf(files);
  const known = [...names.keys()];
  const paths = (split: string) =>
    takesSignals ? SIGNALS.map((signal) => signalFile(split, signal)) : [`${split}/X_${split}.txt`];
  const total = SPLITS.length * paths('train').length;
  let done = 0;

  async function read(split: 'train' | 'test'): Promise<UciSplit> {
    const labelFile = given(files, `${split}/y_${split}.txt`);
    const labels = await readNumberLines(labelFile);
    const numbers = Uint16Array.from(labels.values, (label, row) => {
      const place = known.indexOf(label);
      if (place >= 0) return place;
      throw refusal('range', `${labelFile.path}, line ${row + 1}`, dataFaults.uciLabel(String(label)));
    });
    const inputs: NumberLines[] = [];
    for (const path of paths(split)) {
      const file = given(files, path);
      const lines = await readNumberLines(file);
      if (lines.lines !== numbers.length) {
        throw refusal('shape', file.path, dataFaults.uciLines(lines.lines, numbers.length));
      }
      if (inputs[0] && inputs[0].width !== lines.width) {
        throw refusal('shape', file.path, dataFaults.ragged(lines.width, inputs[0].width));
      }
      inputs.push(lines);
      progress(++done / total);
    }
    return { inputs, labels: numbers };
  }

  const train = await read('train');
  const test = await read('test');
  const width = train.inputs[0]!.width;
  if (test.inputs[0]!.width !== width) {
    throw refusal('shape', paths('test')[0]!, dataFaults.ragged(test.inputs[0]!.width, width));
  }
  const count = train.labels.length;
  if (count === 0 || test.labels.length === 0) {
    throw refusal('range', 'train/y_train.txt', dataFaults.fewSamples(count + test.labels.length));
  }
  const partOf = (sample: number) =>
    sample < count ? { part: train, row: sample } : { part: test, row: sample - count };
  const target: DatasetTarget = { type: 'classes', classes: known.map((label) => names.get(label)!) };
  return {
    shape: takesSignals ? [width, SIGNALS.length] : [width],
    target,
    ...(takesSignals && {
      channels: SIGNALS.map((name) => ({ name: name.replaceAll('_', ' '), unit: unitOf(name) })),
      step: { unit: 's', each: SECONDS_A_STEP },
    }),
    train: Uint32Array.from({ length: count }, (_, at) => at),
    test: Uint32Array.from({ length: test.labels.length }, (_, at) => count + at),
    notes: [dataNotes.given],
    write(sample, into, start) {
      const { part, row } = partOf(sample);
      const channels = part.inputs.length;
      part.inputs.forEach(({ values }, channel) => {
        for (let step = 0; step < width; step++) {
          into[start + step * channels + channel] = values[row * width + step]!;
        }
      });
    },
    writeTargets(sample, into, start) {
      const { part, row } = partOf(sample);
      into[start] = part.labels[row]!;
    },
    placeOf(sample) {
      const { part, row } = partOf(sample);
      return dataPlaces.splitLine(part === train ? 'train' : 'test', row + 1);
    },
  };
}
