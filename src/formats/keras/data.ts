import { sizeOf } from '../../base/tensor.ts';
import type { DatasetDefinition } from '../../model/datasets/definition.ts';

/** Keras's own modules for data sets that it has, by their names here; their pictures have no channel axis. */
const MODULES: Partial<Readonly<Record<string, string>>> = {
  mnist: 'mnist',
  'fashion-mnist': 'fashion_mnist',
};

/** How labels are handed to the loss: one-hot over so many units, or as they are. */
export type Labels = { readonly oneHot: number } | 'numbers';

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

/** Arrays of the right shapes where Keras has no such data set. */
function standIn(dataset: DatasetDefinition, train: number, test: number): string[] {
  const { name, shape, classes, range } = dataset;
  const [least, most] = range;
  const arrays = (split: string, count: number) => [
    `x_${split} = numpy.random.uniform(${least}, ${most}, (${[count, ...shape].join(', ')})).astype("float32")`,
    `y_${split} = numpy.random.randint(${classes.length}, size=${count})`,
  ];
  return [
    `# Keras has no data set ${JSON.stringify(name)}: put its pictures, from ${least} to ${most}, and their class`,
    `# numbers into these arrays. Until then ${sizeOf(shape)} random numbers stand in for each picture.`,
    ...arrays('train', train),
    ...arrays('test', test),
  ];
}

/** Whether the script of this data set needs numpy itself. */
export function needsNumpy({ name }: DatasetDefinition): boolean {
  return MODULES[name] === undefined;
}

/** `labels` says of each of the model's outputs how its loss takes them. */
export function dataLines(
  dataset: DatasetDefinition,
  { train, test }: { readonly train: number; readonly test: number },
  labels: readonly Labels[],
): string[] {
  const module = MODULES[dataset.name];
  const arrays = module === undefined ? standIn(dataset, train, test) : loading(module, dataset, train, test);
  if (labels.every((label) => label === 'numbers') && labels.length === 1) return arrays;
  const targets = (split: string) => {
    const heads = labels.map((label) =>
      label === 'numbers' ? `y_${split}` : `keras.utils.to_categorical(y_${split}, ${label.oneHot})`,
    );
    return `y_${split} = ${heads.length === 1 ? heads[0] : `[${heads.join(', ')}]`}`;
  };
  return [...arrays, targets('train'), targets('test')];
}
