import { itemsOf } from '../python/calls.ts';
import { type Place, PythonFault } from '../python/fault.ts';
import { itemOf } from '../python/items.ts';
import {
  type Arguments,
  Native,
  type Placed,
  PyList,
  PyTuple,
  Thing,
  typeName,
  type Value,
} from '../python/values.ts';
import { Data } from './data.ts';
import type { Session } from './session.ts';

/** The model's own input. */
export interface InputSpec {
  /** Without the batch axis; null where the size is free. */
  readonly shape: readonly (number | null)[];
  readonly batchSize: number | undefined;
  readonly place: Place;
}

/** One use of a layer. */
export interface Node {
  readonly layer: KerasLayer;
  readonly inputs: readonly Tensor[];
  /** Nodes in the order in which the code makes them. */
  readonly order: number;
  /** Where the code calls the layer. */
  readonly place: Place;
}

/** What a layer of the functional form gives, or the model's input. */
export class Tensor extends Thing {
  readonly what = 'a tensor of the model';
  readonly source: Node | InputSpec;
  /** 0 for the output, from 1 on the states that a recurrent layer returns. */
  readonly state: number;
  private readonly session: Session;

  constructor(session: Session, source: Node | InputSpec, state = 0) {
    super();
    this.session = session;
    this.source = source;
    this.state = state;
  }

  get node(): Node | undefined {
    return 'layer' in this.source ? this.source : undefined;
  }

  override attribute(name: string, place: Place): Value | undefined {
    if (name === 'shape' || name === '_keras_shape') {
      const shape = this.session.shapeOf(this, place);
      return new PyTuple([null, ...shape]);
    }
    return name === 'name' ? (this.node?.layer.name ?? 'input') : undefined;
  }

  override operate(operator: string, _other: Value, place: Place): Value {
    if (operator === '==' || operator === '!=') return operator === '!=';
    throw new PythonFault('tensor-arithmetic', place, { operator });
  }

  override item(_index: Value, place: Place): Value {
    throw new PythonFault('tensor-arithmetic', place, { operator: '[…]' });
  }

  override iterate(place: Place): Iterable<Value> {
    throw new PythonFault('not-iterable', place, { type: this.what });
  }
}

/** How many states layers give beside their output with `return_state`. */
const STATES: Readonly<Record<string, number>> = { LSTM: 2, GRU: 1, SimpleRNN: 1 };

/** A layer that the code makes. */
export class KerasLayer extends Thing {
  readonly what: string;
  readonly className: string;
  readonly config: Map<string, Placed>;
  readonly place: Place;
  /** What the layer says of the model's input. */
  readonly input: InputSpec | undefined;
  readonly nodes: Node[] = [];
  private readonly session: Session;

  constructor(
    session: Session,
    className: string,
    config: Map<string, Placed>,
    place: Place,
    input: InputSpec | undefined,
  ) {
    super();
    this.session = session;
    this.className = className;
    this.what = className;
    this.config = config;
    this.place = place;
    this.input = input;
  }

  get name(): string | undefined {
    const name = this.config.get('name')?.value;
    return typeof name === 'string' ? name : undefined;
  }

  /** The layer on these tensors, once more. */
  on(inputs: readonly Tensor[], place: Place): Tensor {
    this.session.budget.step(place);
    const node: Node = { layer: this, inputs, order: this.session.next(), place };
    this.nodes.push(node);
    return new Tensor(this.session, node);
  }

  override call(given: Arguments): Value {
    const [first] = given.positional;
    const value = first?.value ?? given.named.get('inputs')?.value;
    if (value instanceof Data) return new Data(this.session, `${this.what}(…)`);
    const tensors = tensorsOf(value ?? null, this.session, given.place);
    const state = given.named.get('initial_state');
    const states = state ? tensorsOf(state.value, this.session, state.place) : [];
    const output = this.on([...tensors, ...states], given.place);
    const count = this.statesReturned();
    if (count === 0) return output;
    const node = output.node!;
    const all = Array.from({ length: count }, (_, at) => new Tensor(this.session, node, at + 1));
    return new PyList([output, ...all]);
  }

  private statesReturned(): number {
    const inner = this.config.get('layer')?.value;
    if (inner instanceof KerasLayer)
      return this.className === 'Bidirectional' ? 2 * inner.statesReturned() : 0;
    return this.config.get('return_state')?.value === true ? (STATES[this.className] ?? 0) : 0;
  }

  override attribute(name: string, place: Place): Value | undefined {
    const [node] = this.nodes;
    if (name === 'output' && node) return new Tensor(this.session, node);
    if (name === 'input' && node) return node.inputs[0];
    if (name === 'output_shape' && node) return new Tensor(this.session, node).attribute('shape', place);
    if (name === 'name') return this.name ?? this.className.toLowerCase();
    const given = this.config.get(name);
    if (given) return given.value;
    return new Native(`${this.what}.${name}`, ({ place: at }) => {
      this.session.leftOut(`${this.what}.${name}`, at);
      return new Data(this.session, `${this.what}.${name}()`);
    });
  }

  override setAttribute(name: string, { place }: Placed): void {
    this.session.findings.note('attribute-left-out', place, { name: `${this.what}.${name}` });
  }
}

/** The tensors that a layer or a model is called on. */
export function tensorsOf(value: Value, session: Session, place: Place): Tensor[] {
  if (value instanceof Tensor) return [value];
  if (value instanceof PyList || value instanceof PyTuple) {
    return itemsOf(value, session.budget, place).map((item) => {
      if (item instanceof Tensor) return item;
      // The states of a layer are often handed on with its output in one list.
      if (item instanceof PyList) return itemOf(item, 0, session.budget, place) as Tensor;
      throw new PythonFault('tensor', place, { type: typeName(item) });
    });
  }
  throw new PythonFault('tensor', place, { type: typeName(value) });
}

/** The uses of layers that these tensors come from, in the order in which the code makes them; and the inputs. */
export function ancestry(outputs: readonly Tensor[]): { nodes: Node[]; inputs: InputSpec[] } {
  const nodes = new Set<Node>();
  const inputs = new Set<InputSpec>();
  const queue = [...outputs];
  for (let tensor = queue.pop(); tensor; tensor = queue.pop()) {
    const { source } = tensor;
    if (!('layer' in source)) inputs.add(source);
    else if (!nodes.has(source)) {
      nodes.add(source);
      queue.push(...source.inputs);
    }
  }
  return { nodes: [...nodes].sort((a, b) => a.order - b.order), inputs: [...inputs] };
}
