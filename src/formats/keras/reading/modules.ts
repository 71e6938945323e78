import { bound, itemsOf, realOf } from '../python/calls.ts';
import { PythonFault } from '../python/fault.ts';
import {
  type Arguments,
  Native,
  numberOf,
  type Placed,
  PyFloat,
  PyList,
  PyTuple,
  Thing,
  type Value,
} from '../python/values.ts';
import { Data } from './data.ts';
import { type InputSpec, Tensor } from './graph.ts';
import { InputLayer, KerasModel } from './keras-model.ts';
import { KerasReference } from './keras-object.ts';
import { layerClass, layerKind, layerNames, takeInput } from './make-layer.ts';
import type { Session } from './session.ts';

/** Where names that begin with a small letter are words for losses, activations and so on. */
const FAMILIES: ReadonlySet<string> = new Set([
  'optimizers',
  'schedules',
  'losses',
  'metrics',
  'callbacks',
  'initializers',
  'regularizers',
  'constraints',
  'activations',
]);

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

/** Functions that make a layer and call it at once. */
const MERGES: Readonly<Record<string, string>> = {
  add: 'Add',
  subtract: 'Subtract',
  multiply: 'Multiply',
  average: 'Average',
  maximum: 'Maximum',
  minimum: 'Minimum',
  concatenate: 'Concatenate',
};

const KERAS_ROOTS = ['keras', 'tensorflow.keras', 'tensorflow.python.keras', 'tf_keras', 'tensorflow'];

function inputOf(session: Session, name: string, given: Arguments): InputSpec {
  const order =
    name === 'Input'
      ? ['shape', 'batch_size', 'dtype', 'sparse', 'batch_shape', 'name']
      : ['shape', 'batch_size'];
  const all = [
    ...order,
    'input_shape',
    'batch_input_shape',
    'batch_shape',
    'name',
    'dtype',
    'sparse',
    'ragged',
    'optional',
    'tensor',
  ];
  const spec = takeInput(bound(name, all, given, order.length), given.place, []);
  if (!spec) throw new PythonFault('missing-argument', given.place, { name, argument: 'shape' });
  void session;
  return spec;
}

/** A module of Keras, or of TensorFlow as far as that is Keras. */
class KerasModule extends Thing {
  readonly what: string;
  private readonly path: readonly string[];
  private readonly session: Session;

  constructor(session: Session, path: readonly string[]) {
    super();
    this.session = session;
    this.path = path;
    this.what = path.join('.');
  }

  override attribute(name: string): Value {
    const { session, path } = this;
    const last = path.at(-1)!;
    if (FAMILIES.has(last)) {
      if (FAMILIES.has(name)) return new KerasModule(session, [...path, name]);
      if (name === 'get' || name === 'deserialize')
        return new Native(name, ({ positional }) => positional[0]?.value ?? null);
      return new KerasReference(session, last, name);
    }
    if (last === 'nn') return new KerasReference(session, 'activations', name);
    if (last === 'datasets') return new KerasDataset(session, name);
    const known = this.ofRoot(name);
    if (known) return known;
    if (/^[A-Z]/.test(name) && (path.includes('layers') || layerKind(name) || last === 'merge')) {
      return path.includes('layers') || path[0] === 'keras'
        ? layerClass(session, name)
        : new Data(session, `${this.what}.${name}`);
    }
    const merge = MERGES[name];
    if (merge && (last === 'layers' || last === 'merge')) return mergeCall(session, merge);
    return this.other(name);
  }

  /** What stands at the root of Keras, and in old modules of its own. */
  private ofRoot(name: string): Value | undefined {
    const { session } = this;
    switch (name) {
      case 'Sequential':
        return new Native(name, (given) => KerasModel.sequential(session, given));
      case 'Model':
      case 'Functional':
        return new Native(name, (given) => KerasModel.between(session, given));
      case 'Input':
        return new Native(name, (given) => new Tensor(session, inputOf(session, name, given)));
      case 'InputLayer':
        return new Native(name, (given) => new InputLayer(inputOf(session, name, given)));
      default:
        return undefined;
    }
  }

  private other(name: string): Value {
    const { session, path } = this;
    const what = `${this.what}.${name}`;
    switch (name) {
      case 'to_categorical':
        return new Native(name, (given) => oneHot(session, given));
      case 'set_random_seed':
      case 'set_seed':
        return new Native(name, ({ positional, place }) => {
          session.seed = positional[0] ? realOf(positional[0].value, place) : undefined;
          return null;
        });
      case 'image_data_format':
        return new Native(name, () => 'channels_last');
      case 'int_shape':
        return new Native(name, ({ positional, place }) => {
          const tensor = positional[0]?.value;
          return tensor instanceof Thing ? (tensor.attribute?.('shape', place) ?? null) : null;
        });
      case 'clear_session':
        return new Native(name, () => null);
      case 'applications':
        return new Data(session, what);
      default:
        // A name in capitals is a class that is not here; anything else may be a module on the way to one.
        return /^[A-Z]/.test(name) ? new Data(session, name) : new KerasModule(session, [...path, name]);
    }
  }

  override call({ place }: Arguments): Value {
    this.session.leftOut(this.what, place);
    return new Data(this.session, `${this.what}(…)`);
  }

  override setAttribute(): void {}
}

function mergeCall(session: Session, className: string): Native {
  return new Native(className, (given) => {
    const [inputs, ...rest] = given.positional;
    const layer = layerClass(session, className).call!({ ...given, positional: rest }) as Thing;
    return layer.call!({ positional: inputs ? [inputs] : [], named: new Map(), place: given.place });
  });
}

/** `keras.datasets.mnist`. */
class KerasDataset extends Thing {
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

function oneHot(session: Session, given: Arguments): Value {
  const values = bound('to_categorical', ['x', 'num_classes', 'nb_classes', 'y', 'dtype'], given);
  const x = (values.get('x') ?? values.get('y'))?.value;
  const known = x instanceof Data ? x.known : undefined;
  if (!known) return new Data(session, 'to_categorical(…)');
  const classes = (values.get('num_classes') ?? values.get('nb_classes'))?.value;
  const count = typeof classes === 'number' ? classes : session.context.dataset.classes;
  return new Data(session, 'to_categorical(…)', { ...known, shape: [known.shape[0]!, count] });
}

/** Numbers of one shape that the code itself makes: `numpy.zeros((10, 3))`. */
function made(session: Session, what: string, sizes: readonly Value[]): Data {
  const shape = sizes.map((size) => (typeof size === 'number' && size >= 0 ? size : 1));
  return new Data(session, what, { split: 'train', shape, fromData: false, rows: shape[0] });
}

function shapeArgument(placed: Placed | undefined, session: Session): readonly Value[] | undefined {
  if (!placed) return undefined;
  const { value, place } = placed;
  if (value instanceof PyTuple || value instanceof PyList) return itemsOf(value, session.budget, place);
  return typeof value === 'number' ? [value] : undefined;
}

const FILLED = new Set([
  'zeros',
  'ones',
  'empty',
  'random',
  'rand',
  'randn',
  'random_sample',
  'uniform',
  'normal',
  'randint',
  'standard_normal',
]);

const NUMBERS: Readonly<Record<string, (x: number) => number>> = {
  log2: Math.log2,
  log: Math.log,
  log10: Math.log10,
  sqrt: Math.sqrt,
  exp: Math.exp,
  ceil: Math.ceil,
  floor: Math.floor,
};

/** numpy and math: shapes and a few functions of numbers; everything else is only data. */
class NumberModule extends Thing {
  readonly what: string;
  private readonly session: Session;
  private readonly isMath: boolean;

  constructor(session: Session, what: string, isMath: boolean) {
    super();
    this.session = session;
    this.what = what;
    this.isMath = isMath;
  }

  override attribute(name: string): Value {
    const { session, isMath } = this;
    const what = `${this.what}.${name}`;
    if (name === 'pi') return new PyFloat(Math.PI);
    if (name === 'newaxis') return null;
    const of = Object.hasOwn(NUMBERS, name) ? NUMBERS[name] : undefined;
    if (of)
      return new Native(what, (given) =>
        numberCall(session, what, of, isMath && (name === 'ceil' || name === 'floor'), given),
      );
    if (name === 'prod') return new Native(what, (given) => product(session, what, given));
    if (isMath) return new Data(session, what, undefined, this.what);
    if (name === 'random')
      return new NumberModule(session, what, false).withCall(this.filled(what, 'random'));
    if (name === 'seed') {
      return new Native(what, ({ positional }) => {
        const seed = positional[0]?.value;
        if (typeof seed === 'number') session.seed ??= seed;
        return null;
      });
    }
    if (FILLED.has(name)) return this.filled(what, name);
    if (name === 'array' || name === 'asarray' || name === 'expand_dims') return this.arrayCall(what, name);
    return new Data(session, what, undefined, this.what);
  }

  private callable: Native | undefined;

  private withCall(native: Native): this {
    this.callable = native;
    return this;
  }

  override call(given: Arguments): Value {
    return this.callable ? this.callable.call(given) : new Data(this.session, this.what);
  }

  private filled(what: string, name: string): Native {
    const { session } = this;
    return new Native(what, (given) => {
      const separate = name === 'rand' || name === 'randn';
      const at = name === 'uniform' || name === 'normal' || name === 'randint' ? 2 : 0;
      const sizes = separate
        ? given.positional.map(({ value }) => value)
        : shapeArgument(given.named.get('size') ?? given.named.get('shape') ?? given.positional[at], session);
      session.leftOut(this.what.split('.')[0]!, given.place);
      return sizes ? made(session, `${what}(…)`, sizes) : new Data(session, `${what}(…)`);
    });
  }

  private arrayCall(what: string, name: string): Native {
    const { session } = this;
    return new Native(what, ({ positional, place }) => {
      const value = positional[0]?.value ?? null;
      if (value instanceof Data) {
        return name === 'expand_dims' && value.known
          ? new Data(session, `${what}(…)`, { ...value.known, shape: [...value.known.shape, 1] })
          : value;
      }
      const sizes: number[] = [];
      for (
        let part: Value = value;
        part instanceof PyList || part instanceof PyTuple;
        part = part.items[0] ?? null
      ) {
        if (sizes.length > 8) break;
        sizes.push(part.items.length);
      }
      session.leftOut(this.what, place);
      return sizes.length > 0 ? made(session, `${what}(…)`, sizes) : new Data(session, `${what}(…)`);
    });
  }
}

function numberCall(
  session: Session,
  what: string,
  of: (x: number) => number,
  whole: boolean,
  { positional }: Arguments,
): Value {
  const x = numberOf(positional[0]?.value ?? null);
  if (x === undefined) return new Data(session, `${what}(…)`);
  const result = of(x);
  return whole && Number.isSafeInteger(result) ? result : new PyFloat(result);
}

function product(session: Session, what: string, { positional, place }: Arguments): Value {
  const [first] = positional;
  if (!first || first.value instanceof Data) return new Data(session, `${what}(…)`);
  const items = itemsOf(first.value, session.budget, place);
  if (!items.every((item) => typeof item === 'number')) return new Data(session, `${what}(…)`);
  return items.reduce((total: number, item) => total * (item as number), 1);
}

/** What `import path` brings in. */
export function moduleOf(session: Session, path: string): Value {
  const root = KERAS_ROOTS.filter((name) => path === name || path.startsWith(`${name}.`)).toSorted(
    (a, b) => b.length - a.length,
  )[0];
  if (root !== undefined) {
    const rest = path
      .slice(root.length)
      .split('.')
      .filter((name) => name !== '');
    return new KerasModule(session, [root === 'tensorflow' ? 'tf' : 'keras', ...rest]);
  }
  const [first] = path.split('.');
  if (first === 'numpy') return new NumberModule(session, path, false);
  if (first === 'math') return new NumberModule(session, path, true);
  return new Data(session, path);
}

/** `from path import *`. */
export function everythingOf(session: Session, path: string): Map<string, Value> {
  const module = moduleOf(session, path);
  const names = new Map<string, Value>();
  if (!(module instanceof KerasModule)) return names;
  const all = path.endsWith('layers')
    ? [...layerNames(), 'Input', 'InputLayer', ...Object.keys(MERGES)]
    : ['Sequential', 'Model', 'Input'];
  for (const name of all) names.set(name, module.attribute(name));
  return names;
}
