import { bound } from '../python/calls.ts';
import { type Arguments, PyTuple, Thing, type Value } from '../python/values.ts';
import { Data } from './data.ts';
import type { Session } from './session.ts';

/** Keras's own data sets that the page has, and the shape of one sample of the others there. */
const DATASETS: Readonly<
  Record<
    string,
    {
      readonly name?: string;
      readonly shape: readonly number[];
      readonly rows: readonly [number, number];
      readonly labels: readonly number[];
    }
  >
> = {
  mnist: { name: 'mnist', shape: [28, 28], rows: [60_000, 10_000], labels: [] },
  fashion_mnist: { name: 'fashion-mnist', shape: [28, 28], rows: [60_000, 10_000], labels: [] },
  cifar10: { shape: [32, 32, 3], rows: [50_000, 10_000], labels: [1] },
  cifar100: { shape: [32, 32, 3], rows: [50_000, 10_000], labels: [1] },
};

/** `keras.datasets.mnist`. */
export class KerasDataset extends Thing {
  readonly what: string;
  private readonly session: Session;

  constructor(session: Session, what: string) {
    super();
    this.session = session;
    this.what = what;
  }

  override attribute(name: string): Value {
    return name === 'load_data' ? this : new Data(this.session, `${this.what}.${name}`);
  }

  override call({ place }: Arguments): Value {
    const { session, what } = this;
    const found = Object.hasOwn(DATASETS, what) ? DATASETS[what] : undefined;
    if (found?.name) session.dataset = found.name;
    else session.findings.note('no-dataset', place, { name: what, dataset: session.context.dataset.title });
    const pair = (split: 'train' | 'test') => {
      const rows = found?.rows[split === 'train' ? 0 : 1] ?? session.context.dataset[split];
      const { shape, classes } = session.context.dataset;
      const x = found?.name ? found.shape : shape;
      const y = found?.name ? found.labels : [classes];
      return new PyTuple(
        [x, y].map((sizes) => new Data(session, what, { split, shape: [rows, ...sizes], fromData: true })),
      );
    };
    return new PyTuple([pair('train'), pair('test')]);
  }
}

/** `keras.utils.to_categorical`: as many columns as there are classes. */
export function oneHot(session: Session, given: Arguments): Value {
  const values = bound('to_categorical', ['x', 'num_classes', 'nb_classes', 'y', 'dtype'], given);
  const x = (values.get('x') ?? values.get('y'))?.value;
  const known = x instanceof Data ? x.known : undefined;
  if (!known) return new Data(session, 'to_categorical(…)');
  const classes = (values.get('num_classes') ?? values.get('nb_classes'))?.value;
  const count = typeof classes === 'number' ? classes : session.context.dataset.classes;
  return new Data(session, 'to_categorical(…)', { ...known, shape: [known.shape[0]!, count] });
}
