import { sizeOf } from '../../base/tensor.ts';
import type { DatasetTarget } from '../../model/datasets/definition.ts';
import type { Reading } from '../../model/datasets/reading.ts';
import { dataFaults, dataNotes, dataPlaces } from '../../text/own-data.ts';
import { classesAmong, MOST_CLASSES } from './classes.ts';
import type { NpyArray } from './npy.ts';
import type { Plan } from './plan.ts';
import { refusal } from './refuse.ts';
import { shuffled, splitBySeed } from './split.ts';

const INPUT_NAMES = /^(x|xs|data|inputs?|features|samples|images|signals|sequences|windows|arr_0)$/i;
const OUTPUT_NAMES = /^(y|ys|labels?|targets?|outputs?|classes|class|arr_1)$/i;
const TRAIN = /[_-]?tr(ain)?(ing)?$|^train[_-]?/i;
const TEST = /[_-]?(te|test|val|valid|validation)$|^test[_-]?/i;

/** Arrays by what they are for. */
export interface ArrayRoles {
  readonly inputs: NpyArray;
  readonly outputs: NpyArray | undefined;
  readonly testInputs?: NpyArray;
  readonly testOutputs?: NpyArray;
}

function arrayNamed(arrays: readonly NpyArray[], name: string, file: string): NpyArray {
  const found = arrays.find((array) => array.name === name);
  if (found) return found;
  throw refusal(
    'not-found',
    `${file}, ${name}`,
    dataFaults.noArray(arrays.map((array) => array.name).join(', ')),
  );
}

/** Which array holds the samples and which what they are: by name, or else by size. */
export function rolesOf(arrays: readonly NpyArray[], reading: Reading, file: string): ArrayRoles {
  const plain = (name: string) => name.replace(TRAIN, '').replace(TEST, '');
  const tested = arrays.filter(({ name }) => TEST.test(name) && plain(name) !== '');
  const trained = arrays.filter((array) => !tested.includes(array));
  const by = (list: readonly NpyArray[], names: RegExp) => list.find(({ name }) => names.test(plain(name)));
  const size = ({ shape }: NpyArray) => sizeOf(shape);
  const largest = [...trained]
    .filter(({ numbers }) => numbers)
    .sort((one, other) => size(other) - size(one))[0];
  const inputs =
    reading.inputs === undefined
      ? (by(trained, INPUT_NAMES) ?? largest ?? arrays[0]!)
      : arrayNamed(arrays, reading.inputs, file);
  const others = trained.filter((array) => array !== inputs);
  const asMany = others.filter(({ shape }) => shape[0] === inputs.shape[0]);
  const outputs =
    reading.outputs === undefined
      ? (by(others, OUTPUT_NAMES) ?? asMany[0] ?? others[0])
      : arrayNamed(arrays, reading.outputs, file);
  const testInputs = by(tested, INPUT_NAMES);
  const testOutputs = by(tested, OUTPUT_NAMES);
  return { inputs, outputs, ...(testInputs && testOutputs && { testInputs, testOutputs }) };
}

/** What an array of labels says: whole numbers or texts are classes, one-hot rows too, others are numbers. */
function targetsIn(
  parts: readonly NpyArray[],
  reading: Reading,
  file: string,
): { readonly target: DatasetTarget; readonly values: Float32Array } {
  const [first] = parts;
  const { name } = first!;
  const path = `${file}, ${name}`;
  const width = sizeOf(first!.shape.slice(1));
  if (parts.some(({ words }) => words)) {
    if (width !== 1) throw refusal('type', path, dataFaults.npyType('of texts'));
    const classes = classesAmong(
      parts.flatMap(({ words }) => words ?? []),
      name,
      path,
    );
    return {
      target: { type: 'classes', classes: classes.names },
      values: Float32Array.from(classes.numbers),
    };
  }
  const values = new Float32Array(parts.reduce((sum, { shape }) => sum + sizeOf(shape), 0));
  let at = 0;
  for (const { numbers } of parts) {
    values.set(numbers!, at);
    at += numbers!.length;
  }
  const strange = values.findIndex((value) => !Number.isFinite(value));
  if (strange >= 0)
    throw refusal('not-finite', `${path}, row ${Math.floor(strange / width)}`, dataFaults.notFinite);
  const whole = values.every((value) => Number.isInteger(value));
  if (width > 1 && isOneHot(values, width) && reading.targetType !== 'numbers') {
    const classes = Array.from({ length: width }, (_, place) => String(place));
    const numbers = Float32Array.from({ length: values.length / width }, (_, row) =>
      values.subarray(row * width, (row + 1) * width).indexOf(1),
    );
    return { target: { type: 'classes', classes }, values: numbers };
  }
  const distinct = new Set(values).size;
  const usual =
    whole && distinct <= (parts.every((part) => part.whole) ? MOST_CLASSES : 20) ? 'classes' : 'numbers';
  const type = reading.targetType ?? usual;
  if (type === 'numbers') {
    const names = width === 1 ? [name] : Array.from({ length: width }, (_, place) => `${name} ${place}`);
    return { target: { type: 'numbers', names, unit: '' }, values };
  }
  if (width > 1) {
    const highest = values.reduce((most, value) => Math.max(most, value), 0);
    if (!whole || highest >= MOST_CLASSES || values.some((value) => value < 0)) {
      throw refusal('range', path, dataFaults.manyClasses(name, MOST_CLASSES));
    }
    const classes = Array.from({ length: highest + 1 }, (_, place) => String(place));
    return { target: { type: 'heads', heads: width, classes }, values };
  }
  const classes = classesAmong(Array.from(values, String), name, path);
  return { target: { type: 'classes', classes: classes.names }, values: Float32Array.from(classes.numbers) };
}

function isOneHot(values: Float32Array, width: number): boolean {
  for (let row = 0; row < values.length; row += width) {
    let ones = 0;
    for (let at = row; at < row + width; at++) {
      if (values[at] !== 0 && values[at] !== 1) return false;
      ones += values[at]!;
    }
    if (ones !== 1) return false;
  }
  return true;
}

/** Samples along the first axis of one array, what they are along that of another. */
export function planArrays(arrays: readonly NpyArray[], reading: Reading, file: string): Plan {
  const { inputs, outputs, testInputs, testOutputs } = rolesOf(arrays, reading, file);
  const path = `${file}, ${inputs.name}`;
  if (!inputs.numbers) throw refusal('type', path, dataFaults.npyType(inputs.dtype));
  if (inputs.shape.length === 0) throw refusal('shape', path, dataFaults.npyAxes(0));
  if (!outputs) throw refusal('missing-key', file, dataFaults.noLabels);
  const pairs =
    testInputs && testOutputs
      ? ([
          [inputs, outputs],
          [testInputs, testOutputs],
        ] as const)
      : ([[inputs, outputs]] as const);
  for (const [one, other] of pairs) {
    const [first = 0, second = 0] = [one.shape[0], other.shape[0]];
    if (first !== second)
      throw refusal('shape', file, dataFaults.lengths(one.name, first, other.name, second));
  }
  // One number a sample is a vector of one.
  const shape = inputs.shape.length === 1 ? [1] : inputs.shape.slice(1);
  const size = sizeOf(shape);
  if (testInputs) {
    const other = testInputs.shape.slice(1);
    if (String(other) !== String(inputs.shape.slice(1)) || !testInputs.numbers) {
      throw refusal('shape', file, dataFaults.splitShapes(`[${shape.join(', ')}]`, `[${other.join(', ')}]`));
    }
  }
  const count = inputs.shape[0]!;
  const tested = testInputs?.shape[0] ?? 0;
  if (size === 0 || count + tested < 2 || (testInputs && (count === 0 || tested === 0))) {
    throw refusal('range', path, dataFaults.fewSamples(size === 0 ? 0 : count + tested));
  }
  const { target, values } = targetsIn(testOutputs ? [outputs, testOutputs] : [outputs], reading, file);
  const width = values.length / (count + tested);
  for (const { numbers, name } of testInputs ? [inputs, testInputs] : [inputs]) {
    const strange = numbers!.findIndex((value) => !Number.isFinite(value));
    if (strange >= 0)
      throw refusal(
        'not-finite',
        `${file}, ${name}, sample ${Math.floor(strange / size)}`,
        dataFaults.notFinite,
      );
  }
  const seed = reading.seed ?? 0;
  const split = testInputs
    ? {
        train: Array.from({ length: count }, (_, at) => at),
        test: Array.from({ length: tested }, (_, at) => count + at),
      }
    : splitBySeed(count, reading.testShare ?? 0.2, seed);
  return {
    shape,
    target,
    train: shuffled(split.train, seed),
    test: split.test,
    notes: [testInputs ? dataNotes.given : dataNotes.bySeed],
    write(sample, into, start) {
      const numbers = sample < count ? inputs.numbers! : testInputs!.numbers!;
      const from = (sample < count ? sample : sample - count) * size;
      for (let cell = 0; cell < size; cell++) into[start + cell] = numbers[from + cell]!;
    },
    writeTargets(sample, into, start) {
      for (let at = 0; at < width; at++) into[start + at] = values[sample * width + at]!;
    },
    placeOf: (sample) =>
      sample < count ? dataPlaces.row(sample) : dataPlaces.rowOf(sample - count, testInputs!.name),
  };
}
