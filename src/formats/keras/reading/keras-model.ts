import { bound, itemsOf } from '../python/calls.ts';
import { type Place, PythonFault } from '../python/fault.ts';
import { itemOf } from '../python/items.ts';
import {
  type Arguments,
  Native,
  type Placed,
  PyDict,
  PyList,
  PyTuple,
  Thing,
  typeName,
  type Value,
} from '../python/values.ts';
import { Data } from './data.ts';
import { ancestry, type InputSpec, KerasLayer, type Node, Tensor, tensorsOf } from './graph.ts';
import { shapeOf } from './make-layer.ts';
import type { Session } from './session.ts';

const FIT = 'x y batch_size epochs verbose callbacks validation_split validation_data shuffle'.split(' ');
const COMPILE = 'optimizer loss loss_weights metrics weighted_metrics'.split(' ');
const EVALUATE = 'x y batch_size verbose'.split(' ');

/** How the model is computed or shown, not what it computes. */
const QUIET: ReadonlySet<string> = new Set([
  'run_eagerly',
  'steps_per_execution',
  'jit_compile',
  'auto_scale_loss',
  'verbose',
  'workers',
  'use_multiprocessing',
  'max_queue_size',
]);

/** What goes through `fit`'s names of old. */
const OLD_FIT: Readonly<Record<string, string>> = { nb_epoch: 'epochs' };

function sizesOf(value: Value): number[] | undefined {
  return value instanceof Data && value.known ? [...value.known.shape] : undefined;
}

/** A model that the code makes: a Sequential to which layers are added, or one that stands between tensors. */
export class KerasModel extends Thing {
  readonly what = 'a model';
  readonly place: Place;
  readonly items: (KerasLayer | KerasModel | InputSpec)[] = [];
  compiled: ReadonlyMap<string, Placed> | undefined;
  readonly fits: ReadonlyMap<string, Placed>[] = [];
  private ends: { readonly inputs: readonly Tensor[]; readonly outputs: readonly Tensor[] } | undefined;
  private name: string | undefined;
  private fitted: { readonly shape: readonly number[]; readonly place: Place } | undefined;
  private chain: { readonly length: number; readonly output: Tensor; readonly input: Tensor } | undefined;
  private readonly session: Session;
  private readonly methods = new Map<string, (given: Arguments) => Value>([
    ['add', (given) => this.addMethod(given)],
    ['pop', () => this.popMethod()],
    ['build', (given) => this.buildMethod(given)],
    ['compile', (given) => this.compileMethod(given)],
    ['fit', (given) => this.fitMethod(given)],
    ['evaluate', (given) => this.evaluateMethod(given)],
    ['get_layer', (given) => this.layerMethod(given)],
  ]);

  constructor(session: Session, place: Place) {
    super();
    this.session = session;
    this.place = place;
    session.models.push(this);
  }

  static sequential(session: Session, given: Arguments): KerasModel {
    const model = new KerasModel(session, given.place);
    const values = bound('Sequential', ['layers', 'trainable', 'name'], given);
    const layers = values.get('layers');
    if (layers && layers.value !== null) {
      for (const value of itemsOf(layers.value, session.budget, layers.place)) {
        model.add({ value, place: placeOf(value) ?? layers.place });
      }
    }
    model.callIt(values.get('name'));
    return model;
  }

  static between(session: Session, given: Arguments): KerasModel {
    const model = new KerasModel(session, given.place);
    const call = { ...given, named: withoutS(given.named) };
    const values = bound('Model', ['inputs', 'outputs', 'name', 'trainable'], call);
    const [inputs, outputs] = [values.get('inputs'), values.get('outputs')];
    if (!inputs || !outputs) {
      throw new PythonFault('missing-argument', given.place, {
        name: 'Model',
        argument: inputs ? 'outputs' : 'inputs',
      });
    }
    model.ends = {
      inputs: tensorsOf(valuesOf(inputs.value), session, inputs.place),
      outputs: tensorsOf(valuesOf(outputs.value), session, outputs.place),
    };
    model.callIt(values.get('name'));
    return model;
  }

  private callIt(name: Placed | undefined): void {
    if (typeof name?.value === 'string') this.name = name.value;
  }

  private add({ value, place }: Placed): void {
    if (value instanceof KerasLayer || value instanceof KerasModel) this.items.push(value);
    else if (value instanceof Tensor && !value.node) this.items.push(value.source as InputSpec);
    else if (value instanceof InputLayer) this.items.push(value.spec);
    else throw new PythonFault('no-layer', place, { type: typeName(value) });
  }

  /** Where the model begins and ends. Throws where nothing says what its input is, or where it has no layers. */
  tensors(): { readonly inputs: readonly Tensor[]; readonly outputs: readonly Tensor[] } {
    if (this.ends) return this.ends;
    const { items, session } = this;
    if (this.chain?.length === items.length)
      return { inputs: [this.chain.input], outputs: [this.chain.output] };
    const input = new Tensor(session, this.inputSpec());
    let output = input;
    for (const item of items) {
      if (item instanceof KerasModel) output = item.on(output, item.place);
      else if (item instanceof KerasLayer) output = item.on([output], item.place);
    }
    if (output === input) throw new PythonFault('empty-model', this.place);
    this.chain = { length: items.length, output, input };
    return { inputs: [input], outputs: [output] };
  }

  private inputSpec(): InputSpec {
    const found = this.declaredInput();
    if (found) return found;
    const { session, place } = this;
    if (this.fitted) {
      return { shape: this.fitted.shape, batchSize: undefined, place: this.fitted.place };
    }
    const { shape, title } = session.context.dataset;
    session.findings.note('input-from-data', place, { shape: `(${shape.join(', ')})`, dataset: title });
    return { shape, batchSize: undefined, place };
  }

  private declaredInput(): InputSpec | undefined {
    const [first] = this.items;
    if (first instanceof KerasLayer) return first.input;
    if (first instanceof KerasModel)
      return first.ends ? (first.ends.inputs[0]!.source as InputSpec) : first.declaredInput();
    return first;
  }

  /** The whole model's layers on another tensor. */
  on(input: Tensor, place: Place): Tensor {
    if (!this.ends) {
      const layers = this.items.filter((item) => item instanceof KerasLayer || item instanceof KerasModel);
      if (layers.length === 0) throw new PythonFault('empty-model', place);
      let output = input;
      for (const item of layers)
        output = item instanceof KerasModel ? item.on(output, place) : item.on([output], item.place);
      return output;
    }
    const { outputs } = this.ends;
    if (outputs.length !== 1) throw new PythonFault('nested-outputs', place);
    const copies = new Map<Node, Tensor>();
    const copied = (tensor: Tensor): Tensor => {
      const copy = tensor.node ? copies.get(tensor.node) : input;
      return tensor.state === 0 ? copy! : new Tensor(this.session, copy!.node!, tensor.state);
    };
    for (const node of ancestry(outputs).nodes) {
      copies.set(node, node.layer.on(node.inputs.map(copied), node.layer.place));
    }
    return copied(outputs[0]!);
  }

  override call(given: Arguments): Value {
    const [first] = given.positional;
    if (!first || first.value instanceof Data) return new Data(this.session, 'model(…)');
    const [tensor, ...more] = tensorsOf(first.value, this.session, first.place);
    if (!tensor || more.length > 0) throw new PythonFault('several-inputs', first.place);
    return this.on(tensor, given.place);
  }

  override attribute(name: string, place: Place): Value | undefined {
    const { session } = this;
    const method = this.methods.get(name);
    if (method) return new Native(`model.${name}`, method);
    switch (name) {
      case 'layers':
        return new PyList(this.layers());
      case 'input':
        return this.tensors().inputs[0];
      case 'inputs':
        return new PyList([...this.tensors().inputs]);
      case 'output':
        return this.tensors().outputs[0];
      case 'outputs':
        return new PyList([...this.tensors().outputs]);
      case 'input_shape':
      case 'output_shape':
        return this.tensors()[name === 'input_shape' ? 'inputs' : 'outputs'][0]!.attribute('shape', place);
      case 'name':
        return this.name ?? 'model';
      case 'optimizer':
      case 'loss':
        return this.compiled?.get(name)?.value ?? null;
      default:
        return new Native(`model.${name}`, ({ place: at }) => {
          session.leftOut(`model.${name}()`, at);
          return new Data(session, `model.${name}()`);
        });
    }
  }

  private layers(): Value[] {
    return this.ends
      ? ancestry(this.ends.outputs).nodes.map(({ layer }) => layer)
      : this.items.filter((item) => item instanceof KerasLayer || item instanceof KerasModel);
  }

  override setAttribute(name: string, { place }: Placed): void {
    this.session.findings.note('attribute-left-out', place, { name: `model.${name}` });
  }

  private addMethod(given: Arguments): Value {
    const layer = bound('add', ['layer', 'rebuild'], given).get('layer');
    if (!layer) throw new PythonFault('missing-argument', given.place, { name: 'add', argument: 'layer' });
    if (this.ends) throw new PythonFault('add-to-functional', given.place);
    this.add(layer);
    return null;
  }

  private popMethod(): Value {
    this.items.pop();
    return null;
  }

  private buildMethod(given: Arguments): Value {
    const shape = bound('build', ['input_shape'], given).get('input_shape');
    if (!shape || shape.value === null) return null;
    const [batch, ...sizes] = shapeOf(shape);
    if (this.ends || this.declaredInput()) return null;
    this.items.unshift({ shape: sizes, batchSize: batch ?? undefined, place: shape.place });
    return null;
  }

  private compileMethod(given: Arguments): Value {
    const quiet = new Map([...given.named].filter(([name]) => !QUIET.has(name)));
    this.compiled = bound('compile', COMPILE, { ...given, named: quiet });
    return null;
  }

  private fitMethod(given: Arguments): Value {
    const { session } = this;
    const named = new Map<string, Placed>();
    for (const [name, placed] of given.named) {
      const now = OLD_FIT[name];
      if (now) session.findings.note('renamed', placed.place, { old: name, name: now });
      if (FIT.includes(now ?? name)) named.set(now ?? name, placed);
      else if (!QUIET.has(name)) session.findings.note('fit-left-out', placed.place, { argument: name });
    }
    const values = bound('fit', FIT, { ...given, named });
    const validation = values.get('validation_data');
    if (validation && validation.value !== null) session.findings.note('validation-data', validation.place);
    const x = values.get('x');
    this.rowsOf(x, 'train');
    const shape = x && sizesOf(x.value);
    if (shape && !this.fitted) this.fitted = { shape: shape.slice(1), place: x.place };
    this.fits.push(values);
    return new Data(session, 'history');
  }

  private evaluateMethod(given: Arguments): Value {
    const known = new Map([...given.named].filter(([name]) => EVALUATE.includes(name)));
    this.rowsOf(bound('evaluate', EVALUATE, { ...given, named: known }).get('x'), 'test');
    return new Data(this.session, 'score');
  }

  private layerMethod(given: Arguments): Value {
    const values = bound('get_layer', ['name', 'index'], given);
    const [name, index] = [values.get('name')?.value, values.get('index')?.value];
    const layers = this.layers();
    if (index !== undefined) return itemOf(new PyList(layers), index, this.session.budget, given.place);
    const found = layers.find((layer) => layer instanceof KerasLayer && layer.name === name);
    if (found !== undefined) return found;
    throw new PythonFault('key', given.place, { key: typeof name === 'string' ? name : '' });
  }

  private rowsOf(x: Placed | undefined, split: 'train' | 'test'): void {
    if (!(x?.value instanceof Data)) return;
    const rows = x.value.known?.rows;
    if (rows !== undefined && rows > 0) this.session.rows[split] = rows;
  }
}

/** `InputLayer`, which stands in a Sequential in place of an `Input`. */
export class InputLayer extends Thing {
  readonly what = 'an InputLayer';
  readonly spec: InputSpec;
  constructor(spec: InputSpec) {
    super();
    this.spec = spec;
  }
}

function placeOf(value: Value): Place | undefined {
  if (value instanceof KerasLayer || value instanceof KerasModel) return value.place;
  return undefined;
}

function valuesOf(value: Value): Value {
  return value instanceof PyDict
    ? new PyTuple(Array.from(value.entries.values(), ([, item]) => item))
    : value;
}

/** `Model(input=…, output=…)` of Keras 1. */
function withoutS(named: ReadonlyMap<string, Placed>): Map<string, Placed> {
  const old: Readonly<Record<string, string>> = { input: 'inputs', output: 'outputs' };
  return new Map([...named].map(([name, placed]) => [old[name] ?? name, placed]));
}
