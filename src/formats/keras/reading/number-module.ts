import { itemsOf } from '../python/calls.ts';
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
import type { Session } from './session.ts';

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
export class NumberModule extends Thing {
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
