import * as v from 'valibot';
import { KernelscopeError } from '../base/errors.ts';
import { createRandom, type Random } from '../base/random.ts';
import { type Shape, sizeOf } from '../base/tensor.ts';
import { orthogonalMatrix } from './orthogonal.ts';
import { numberWithin, object, oneOf, orNull, realNumber, type Schema, wholeNumber } from './schema/leaf.ts';
import { named, wordOf } from './schema/named.ts';
import { taking } from './schema/takes.ts';

type Distribution = 'truncated_normal' | 'untruncated_normal' | 'uniform';
type Mode = 'fan_in' | 'fan_out' | 'fan_avg';

const seed = v.optional(orNull(wholeNumber(0, 2 ** 32 - 1)), null);

const seeded = object({ seed });

/** Keras 3's initializers with their arguments and defaults. */
const CONFIGS = {
  Zeros: object({}),
  Ones: object({}),
  Constant: object({ value: v.optional(realNumber(), 0) }),
  RandomNormal: object({
    mean: v.optional(realNumber(), 0),
    stddev: v.optional(numberWithin({ least: 0 }), 0.05),
    seed,
  }),
  RandomUniform: object({
    minval: v.optional(realNumber(), -0.05),
    maxval: v.optional(realNumber(), 0.05),
    seed,
  }),
  TruncatedNormal: object({
    mean: v.optional(realNumber(), 0),
    stddev: v.optional(numberWithin({ least: 0 }), 0.05),
    seed,
  }),
  VarianceScaling: object({
    scale: v.optional(numberWithin({ above: 0 }), 1),
    mode: v.optional(oneOf(['fan_in', 'fan_out', 'fan_avg']), 'fan_in'),
    distribution: v.optional(
      v.pipe(
        oneOf(['truncated_normal', 'untruncated_normal', 'uniform', 'normal']),
        v.transform((word): Distribution => (word === 'normal' ? 'truncated_normal' : word)),
      ),
      'truncated_normal',
    ),
    seed,
  }),
  GlorotUniform: seeded,
  GlorotNormal: seeded,
  HeUniform: seeded,
  HeNormal: seeded,
  LecunUniform: seeded,
  LecunNormal: seeded,
  Orthogonal: object({ gain: v.optional(realNumber(), 1), seed }),
  Identity: object({ gain: v.optional(realNumber(), 1) }),
};

type InitializerName = keyof typeof CONFIGS;

/** An initializer past the gate, by Keras's class name and with all of its arguments. */
export type Initializer = {
  [N in InitializerName]: { readonly class_name: N; readonly config: v.InferOutput<(typeof CONFIGS)[N]> };
}[InitializerName];

const schema = named('an initializer', CONFIGS as Record<InitializerName, Schema<unknown>>, {
  zero: 'Zeros',
  one: 'Ones',
  normal: 'RandomNormal',
  uniform: 'RandomUniform',
  OrthogonalInitializer: 'Orthogonal',
  IdentityInitializer: 'Identity',
}) as Schema<Initializer>;

/** An initializer argument, `fallback` where it is left out. */
export function initializerSchema(
  fallback: 'glorot_uniform' | 'zeros' | 'ones' | 'orthogonal' | 'uniform',
): Schema<Initializer> {
  const choices = Object.keys(CONFIGS).map(wordOf);
  return v.optional(taking(schema, { type: 'initializer', choices }), fallback);
}

/** What a weight gives its initializer. */
export interface InitializerTarget {
  readonly shape: Shape;
  readonly fanIn: number;
  readonly fanOut: number;
}

/** Multiply-adds that making one orthogonal weight may cost, two to four seconds: an LSTM's of 1,024 units. */
const ORTHOGONAL_LIMIT = 2 ** 32;

/** Throws where Keras refuses the initializer for a weight of this shape. `path` is the argument's. */
export function checkInitializer(initializer: Initializer, shape: Shape, path: string): void {
  const received = `[${shape.join(', ')}]`;
  if (initializer.class_name === 'Identity' && shape.length !== 2) {
    throw new KernelscopeError({
      code: 'unsupported',
      path,
      expected: 'a weight with 2 axes for identity',
      received,
    });
  }
  if (initializer.class_name !== 'Orthogonal') return;
  if (shape.length < 2) {
    const expected = 'a weight with 2 or more axes for orthogonal';
    throw new KernelscopeError({ code: 'unsupported', path, expected, received });
  }
  const columns = shape.at(-1)!;
  const rows = sizeOf(shape) / columns;
  if (rows * columns * Math.min(rows, columns) > ORTHOGONAL_LIMIT) {
    throw new KernelscopeError({
      code: 'budget',
      path,
      expected: 'a smaller weight for orthogonal',
      received,
    });
  }
}

/** Standard deviation of a normal distribution that is cut at two deviations from the mean. */
const TRUNCATED_DEVIATION = 0.8796256610342398;

interface Scaling {
  readonly scale: number;
  readonly mode: Mode;
  readonly distribution: Distribution;
}

/** The special cases of variance scaling: Glorot and Bengio 2010, He et al. 2015, LeCun et al. 1998. */
const SCALINGS: Partial<Record<InitializerName, Scaling>> = {
  GlorotUniform: { scale: 1, mode: 'fan_avg', distribution: 'uniform' },
  GlorotNormal: { scale: 1, mode: 'fan_avg', distribution: 'truncated_normal' },
  HeUniform: { scale: 2, mode: 'fan_in', distribution: 'uniform' },
  HeNormal: { scale: 2, mode: 'fan_in', distribution: 'truncated_normal' },
  LecunUniform: { scale: 1, mode: 'fan_in', distribution: 'uniform' },
  LecunNormal: { scale: 1, mode: 'fan_in', distribution: 'truncated_normal' },
};

function scaled(
  { scale, mode, distribution }: Scaling,
  { fanIn, fanOut }: InitializerTarget,
  random: Random,
) {
  const fans: Record<Mode, number> = { fan_in: fanIn, fan_out: fanOut, fan_avg: (fanIn + fanOut) / 2 };
  const variance = scale / Math.max(1, fans[mode]);
  const deviation = Math.sqrt(variance);
  const limit = Math.sqrt(3 * variance);
  const draws: Record<Distribution, () => number> = {
    uniform: () => random.uniform(-limit, limit),
    truncated_normal: () => random.truncatedNormal(0, deviation / TRUNCATED_DEVIATION),
    untruncated_normal: () => random.normal(0, deviation),
  };
  return draws[distribution];
}

function identityCells(shape: Shape, gain: number): () => number {
  const columns = shape[1]!;
  let position = 0;
  return () => {
    const cell = position++;
    return Math.floor(cell / columns) === cell % columns ? gain : 0;
  };
}

/** Gives the weight's numbers one after the other, row-major. */
function drawer(initializer: Initializer, target: InitializerTarget, random: Random): () => number {
  switch (initializer.class_name) {
    case 'Zeros':
      return () => 0;
    case 'Ones':
      return () => 1;
    case 'Constant':
      return () => initializer.config.value;
    case 'RandomNormal':
      return () => random.normal(initializer.config.mean, initializer.config.stddev);
    case 'RandomUniform':
      return () => random.uniform(initializer.config.minval, initializer.config.maxval);
    case 'TruncatedNormal':
      return () => random.truncatedNormal(initializer.config.mean, initializer.config.stddev);
    case 'VarianceScaling':
      return scaled(initializer.config, target, random);
    case 'Identity':
      return identityCells(target.shape, initializer.config.gain);
    case 'Orthogonal': {
      const columns = target.shape.at(-1)!;
      const matrix = orthogonalMatrix(sizeOf(target.shape) / columns, columns, random);
      let position = 0;
      return () => initializer.config.gain * matrix[position++]!;
    }
    default:
      return scaled(SCALINGS[initializer.class_name]!, target, random);
  }
}

/**
 * The numbers of a fresh weight, row-major, as Keras 3 draws them (formulas, not Keras's own random stream).
 * The initializer's own seed, where it has one, takes the place of `seed` and `salt`.
 */
export function initialise(
  initializer: Initializer,
  target: InitializerTarget,
  seed: number,
  ...salt: readonly string[]
): Float32Array {
  const own = 'seed' in initializer.config ? initializer.config.seed : null;
  const random = own === null ? createRandom(seed, ...salt) : createRandom(own);
  const draw = drawer(initializer, target, random);
  return Float32Array.from({ length: sizeOf(target.shape) }, () => draw());
}
