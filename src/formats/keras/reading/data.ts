import { itemsOf } from '../python/calls.ts';
import { type Place, PythonFault } from '../python/fault.ts';
import { slicePositions, stretchOf } from '../python/items.ts';
import {
  type Arguments,
  Ellipsis,
  Native,
  PyFloat,
  PyList,
  PySlice,
  PyTuple,
  Thing,
  type Value,
} from '../python/values.ts';
import { meaningOf } from './data-names.ts';
import type { Session } from './session.ts';

/** What is known of an array: which part of the data it is, and its shape. */
interface Known {
  readonly split: 'train' | 'test';
  readonly shape: readonly number[];
  /** Whether its sizes come from the data set, and not from the code. */
  readonly fromData: boolean;
  /** Rows that the code itself chose. */
  readonly rows?: number | undefined;
}

/** Methods that change the numbers of an array, or how it is kept, but not its shape. */
const SAME_SHAPE = new Set(['astype', 'copy', 'to_numpy', 'numpy', 'clip', 'round', 'fillna']);
const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=', 'in', 'not in']);

/**
 * A value that only data, another library or running the model would give. Code may pass it around and compute with it;
 * where it gets a name that tells what it is, the data set says its shape.
 */
export class Data extends Thing {
  readonly what: string;
  override readonly undecided = true;
  readonly known: Known | undefined;
  /** The first name of what it comes from: `np` of `np.load(path)`. */
  private readonly root: string;
  private readonly session: Session;

  constructor(session: Session, what: string, known?: Known, root = what) {
    super();
    this.session = session;
    this.what = what.length <= 60 ? what : `${what.slice(0, 59)}…`;
    this.known = known;
    this.root = root;
  }

  private derived(what: string, known?: Known): Data {
    return new Data(this.session, what, known, this.root);
  }

  override attribute(name: string, place: Place): Value {
    const { known } = this;
    const what = `${this.what}.${name}`;
    if (known && name === 'shape') return new DataShape(this.session, what, known);
    if (known && name === 'ndim') return known.shape.length;
    if (known && (name === 'values' || name === 'data')) return this;
    if (known && SAME_SHAPE.has(name)) return new Native(what, () => this.derived(what, known));
    if (known && name === 'reshape') {
      return new Native(what, (given) => this.reshaped(given, place));
    }
    return this.derived(what);
  }

  override call({ place }: Arguments): Value {
    this.session.leftOut(this.root, place);
    return this.derived(`${this.what}(…)`);
  }

  override item(index: Value, place: Place): Value {
    const known = this.known && indexed(this.known, index, place);
    return this.derived(`${this.what}[…]`, known);
  }

  override operate(operator: string, other: Value): Value {
    const shaped = !COMPARISONS.has(operator) && (!(other instanceof Data) || other.known === undefined);
    return this.derived(`${this.what} ${operator} …`, shaped ? this.known : undefined);
  }

  override truth(): boolean {
    return false;
  }

  override iterate(place: Place): Iterable<Value> {
    this.session.findings.note('loop-over-data', place, { what: this.what });
    return [];
  }

  override setAttribute(): void {}

  override size(place: Place): Value {
    const rows = this.known?.shape[0];
    if (rows === undefined) return this.derived(`len(${this.what})`);
    if (this.known!.fromData) this.session.fromData(place, rows);
    return rows;
  }

  override unpack(count: number): readonly Value[] {
    return Array.from({ length: count }, () => this.derived(this.what));
  }

  /** With a name that tells what it is, it is that. */
  override assigned(name: string, place: Place): Value {
    if (this.known) return this.derived(name, this.known);
    return this.session.meant(name, place) ?? new Data(this.session, name, undefined, this.root);
  }

  private reshaped(given: Arguments, place: Place): Value {
    const { session } = this;
    const [first] = given.positional;
    const list =
      first && given.positional.length === 1 && typeof first.value !== 'number'
        ? itemsOf(first.value, session.budget, place)
        : given.positional.map(({ value }) => value);
    const sizes = list.map((size) => (typeof size === 'number' ? size : Number.NaN));
    const all = this.known!.shape.reduce((product, size) => product * size, 1);
    const rest = sizes.filter((size) => size >= 0).reduce((product, size) => product * size, 1);
    const shape = sizes.map((size) => (size >= 0 ? size : Math.max(1, Math.floor(all / Math.max(rest, 1)))));
    return this.derived(`${this.what}.reshape(…)`, { ...this.known!, shape, fromData: false });
  }
}

/** The shape that indexing leaves: numpy's rules, as far as they need no numbers. */
function indexed(known: Known, index: Value, place: Place): Known | undefined {
  const indices = index instanceof PyTuple ? index.items : [index];
  if (indices.some((item) => item instanceof Thing || item instanceof PyList)) return undefined;
  const taken = indices.filter((item) => item !== null && !(item instanceof Ellipsis)).length;
  const shape: number[] = [];
  let axis = 0;
  let { rows } = known;
  const axes = known.shape.length;
  for (const item of indices) {
    if (item === null) shape.push(1);
    else if (item instanceof Ellipsis) {
      for (let left = axes - taken; left > 0; left--) shape.push(known.shape[axis++]!);
    } else if (axis >= axes) return undefined;
    else if (item instanceof PySlice) {
      const parts = [item.start, item.stop, item.step];
      if (parts.some((part) => part instanceof Thing || part instanceof PyFloat)) return undefined;
      const left = stretchOf(item, known.shape[axis]!, place).count;
      if (axis === 0 && parts.some((part) => part !== null)) rows = left;
      shape.push(left);
      axis++;
    } else axis++;
  }
  return { ...known, shape: [...shape, ...known.shape.slice(axis)], rows };
}

/** `x.shape` of an array of the data: each number that is taken out of it is said. */
class DataShape extends Thing {
  readonly what: string;
  private readonly session: Session;
  private readonly known: Known;

  constructor(session: Session, what: string, known: Known) {
    super();
    this.session = session;
    this.what = what;
    this.known = known;
  }

  private whole(): PyTuple {
    return new PyTuple(this.known.shape);
  }

  private said<T extends Value>(value: T, place: Place): T {
    if (this.known.fromData) this.session.fromData(place, value);
    return value;
  }

  override item(index: Value, place: Place): Value {
    const { shape } = this.known;
    if (index instanceof PySlice) {
      return this.said(
        new PyTuple(slicePositions(index, shape.length, place).map((at) => shape[at]!)),
        place,
      );
    }
    const at = typeof index === 'number' ? (index < 0 ? index + shape.length : index) : -1;
    const size = shape[at];
    if (size !== undefined) return this.said(size, place);
    throw new PythonFault('data-axis', place, { axes: shape.length, shape: `(${shape.join(', ')})` });
  }

  override unpack(_count: number, place: Place): readonly Value[] {
    return this.said(this.whole(), place).items;
  }

  override iterate(place: Place): Iterable<Value> {
    return this.said(this.whole(), place).items;
  }

  override size(): Value {
    return this.known.shape.length;
  }

  override operate(operator: string, other: Value): Value | undefined {
    if (operator !== '+' || !(other instanceof PyTuple)) return undefined;
    return new PyTuple([...this.known.shape, ...other.items]);
  }
}

/** What a name means that only data would give: a number, or an array; undefined where the name does not tell. */
export function meantBy(session: Session, name: string, place: Place): Value | undefined {
  const { dataset } = session.context;
  const meaning = meaningOf(name, dataset);
  if (!meaning) return undefined;
  if (meaning.type === 'array') {
    const { split, shape } = meaning;
    session.usesData(place);
    return new Data(session, name, { split, shape, fromData: true });
  }
  const { value } = meaning;
  const text = { what: name, value };
  if (meaning.type === 'usual') session.findings.note('usual', place, text);
  else session.findings.note('from-data', place, { ...text, dataset: dataset.title });
  return Number.isInteger(value) ? value : new PyFloat(value);
}
