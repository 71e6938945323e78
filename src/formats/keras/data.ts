import { sizeOf } from '../../base/tensor.ts';
import { CUSTOM } from '../../model/datasets/custom.ts';
import type { DatasetDefinition } from '../../model/datasets/definition.ts';
import type { HeadTarget } from '../../model/datasets/head-target.ts';
import { targetSize } from '../../model/datasets/target.ts';

/** Keras's own modules for data sets that it has, by their names here; their pictures have no channel axis. */
const MODULES: Partial<Readonly<Record<string, string>>> = {
  mnist: 'mnist',
  'fashion-mnist': 'fashion_mnist',
};

/** What one output is trained on, and whether its loss takes class numbers as they are. */
export interface Labels {
  readonly head: HeadTarget;
  readonly sparse: boolean;
}

/** From the bytes of a picture to the model's numbers. */
function scaling([least, most]: readonly [number, number]): string {
  const range = most - least;
  return ` / 255${range === 1 ? '' : ` * ${range}`}${least === 0 ? '' : ` + ${least}`}`;
}

/** Loads the data set's training and test arrays: the first samples of Keras's own, scaled as the page does. */
function loading(module: string, { range }: DatasetDefinition, train: number, test: number): string[] {
  return [
    `(x_train, y_train), (x_test, y_test) = keras.datasets.${module}.load_data()`,
    `x_train = x_train[:${train}, ..., None].astype("float32")${scaling(range)}`,
    `x_test = x_test[:${test}, ..., None].astype("float32")${scaling(range)}`,
    `y_train, y_test = y_train[:${train}], y_test[:${test}]`,
  ];
}

/** What stands in for the targets: class numbers, one a head, or numbers. */
function targetsFor({ target }: DatasetDefinition, count: number): string {
  if (target.type === 'numbers') {
    const { length } = target.names;
    return `numpy.random.normal(size=${length === 1 ? count : `(${count}, ${length})`})`;
  }
  const size = target.type === 'heads' ? `(${count}, ${target.heads})` : count;
  return `numpy.random.randint(${target.classes.length}, size=${size})`;
}

const TARGETS = { classes: 'class', numbers: '', heads: 'heads’ class' } as const;

/** Arrays of the right shapes where Keras has no such data set. */
function standIn(dataset: DatasetDefinition, train: number, test: number): string[] {
  const { name, shape, range, target, storage } = dataset;
  const [least, most] = range;
  const values = (sizes: string) =>
    storage.type === 'uint16'
      ? `numpy.random.randint(${most + 1}, size=(${sizes}))`
      : `numpy.random.uniform(${least}, ${most}, (${sizes})).astype("float32")`;
  const arrays = (split: string, count: number) => [
    `x_${split} = ${values([count, ...shape].join(', '))}`,
    `y_${split} = ${targetsFor(dataset, count)}`,
  ];
  const [samples, one] = shape.length > 2 ? ['pictures', 'picture'] : ['samples', 'sample'];
  const opening =
    name === CUSTOM
      ? 'These are data of your own: put the'
      : `Keras has no data set ${JSON.stringify(name)}: put its`;
  return [
    `# ${opening} ${samples}, from ${least} to ${most}, and their ${TARGETS[target.type]}`.trimEnd(),
    `# numbers into these arrays. Until then ${sizeOf(shape)} random numbers stand in for each ${one}.`,
    ...arrays('train', train),
    ...arrays('test', test),
  ];
}

/** Whether the script of this data set needs numpy itself. */
export function needsNumpy({ name }: DatasetDefinition): boolean {
  return MODULES[name] === undefined;
}

/** The target of one output, of an array `y` of all of them. */
function targetOf(y: string, { head, sparse }: Labels, size: number): string {
  const own = size > 1 && head.count === 1 ? `${y}[:, ${head.from}]` : y;
  return head.oneHot === undefined || sparse ? own : `keras.utils.to_categorical(${own}, ${head.oneHot})`;
}

/** `labels` says of each of the model's outputs what it is trained on. */
export function dataLines(
  dataset: DatasetDefinition,
  { train, test }: { readonly train: number; readonly test: number },
  labels: readonly Labels[],
): string[] {
  const module = MODULES[dataset.name];
  const arrays = module === undefined ? standIn(dataset, train, test) : loading(module, dataset, train, test);
  const size = targetSize(dataset.target);
  const [first] = labels;
  const targets = (split: string) => {
    const y = `y_${split}`;
    const heads = labels.map((label) => targetOf(y, label, size));
    if (heads.length === 1) return `${y} = ${heads[0]}`;
    const alike = labels.every(
      ({ head, sparse }) => head.oneHot === first?.head.oneHot && sparse === first?.sparse,
    );
    if (size < 2 || !alike) return `${y} = [${heads.join(', ')}]`;
    const each =
      first!.head.oneHot === undefined || first!.sparse
        ? `${y}[:, head]`
        : `keras.utils.to_categorical(${y}[:, head], ${first!.head.oneHot})`;
    return `${y} = [${each} for head in range(${size})]`;
  };
  const lines = [targets('train'), targets('test')];
  return lines[0] === 'y_train = y_train' ? arrays : [...arrays, ...lines];
}
