import { bound, realOf } from '../python/calls.ts';
import { PythonFault } from '../python/fault.ts';
import { type Arguments, Native, Thing, type Value } from '../python/values.ts';
import { Data } from './data.ts';
import { type InputSpec, Tensor } from './graph.ts';
import { KerasDataset, oneHot } from './keras-dataset.ts';
import { InputLayer, KerasModel } from './keras-model.ts';
import { KerasReference } from './keras-object.ts';
import { layerClass, layerKind, layerNames, takeInput } from './make-layer.ts';
import { NumberModule } from './number-module.ts';
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
