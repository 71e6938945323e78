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
import { ModelTraining } from './model-training.ts';
import type { Session } from './session.ts';

/** A model that the code makes: a Sequential to which layers are added, or one that stands between tensors. */
export class KerasModel extends Thing {
  readonly what = 'a model';
  readonly place: Place;
  readonly items: (KerasLayer | KerasModel | InputSpec)[] = [];
  readonly training: ModelTraining;
  private ends: { readonly inputs: readonly Tensor[]; readonly outputs: readonly Tensor[] } | undefined;
  private name: string | undefined;
  private chain: { readonly length: number; readonly output: Tensor; readonly input: Tensor } | undefined;
  private readonly session: Session;
  private readonly methods = new Map<string, (given: Arguments) => Value>([
    ['add', (given) => this.addMethod(given)],
    ['pop', () => this.popMethod()],
    ['build', (given) => this.buildMethod(given)],
    ['compile', (given) => this.training.compile(given)],
    ['fit', (given) => this.training.fit(given)],
    ['evaluate', (given) => this.training.evaluate(given)],
    ['get_layer', (given) => this.layerMethod(given)],
  ]);

  constructor(session: Session, place: Place) {
    super();
    this.session = session;
    this.place = place;
    this.training = new ModelTraining(session);
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
    const { fitted } = this.training;
    if (fitted) return { shape: fitted.shape, batchSize: undefined, place: fitted.place };
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
        return this.training.compiled?.get(name)?.value ?? null;
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

  private layerMethod(given: Arguments): Value {
    const values = bound('get_layer', ['name', 'index'], given);
    const [name, index] = [values.get('name')?.value, values.get('index')?.value];
    const layers = this.layers();
    if (index !== undefined) return itemOf(new PyList(layers), index, this.session.budget, given.place);
    const found = layers.find((layer) => layer instanceof KerasLayer && layer.name === name);
    if (found !== undefined) return found;
    throw new PythonFault('key', given.place, { key: typeof name === 'string' ? name : '' });
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
