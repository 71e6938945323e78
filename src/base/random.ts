/**
 * Seeded random numbers that are the same on every platform: integer arithmetic, square roots and a logarithm
 * of our own, since `Math.log` may differ between browsers in its last bit.
 */
export interface Random {
  /** A whole number of 32 random bits. */
  bits(): number;
  /** In `[low, high)`, by default `[0, 1)`. */
  uniform(low?: number, high?: number): number;
  normal(mean?: number, deviation?: number): number;
  /** Drawn again while more than two deviations from the mean, as Keras's truncated normal. */
  truncatedNormal(mean?: number, deviation?: number): number;
  /** The numbers 0 to `count - 1` in random order (Fisher-Yates). */
  permutation(count: number): Uint32Array;
}

/** MurmurHash3's 32-bit mixing of `value` into `hash`. */
function mix(hash: number, value: number): number {
  let block = Math.imul(value | 0, 0xcc9e2d51);
  block = (block << 15) | (block >>> 17);
  let mixed = hash ^ Math.imul(block, 0x1b873593);
  mixed = (mixed << 13) | (mixed >>> 19);
  return (Math.imul(mixed, 5) + 0xe6546b64) | 0;
}

/** MurmurHash3's finalizer. */
function avalanche(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Each part is mixed in with its type and length, so that `('a', 'bc')` and `('ab', 'c')` differ. */
function hashOf(parts: readonly (number | string)[]): number {
  let hash = parts.length;
  for (const part of parts) {
    if (typeof part === 'number') {
      hash = mix(mix(mix(hash, 1), part), Math.floor(part / 2 ** 32));
    } else {
      hash = mix(mix(hash, 2), part.length);
      for (let position = 0; position < part.length; position++) hash = mix(hash, part.charCodeAt(position));
    }
  }
  return hash;
}

/** Natural logarithm for `0 < x <= 1` from exactly rounded operations only: `ln m = 2 artanh((m-1)/(m+1))`. */
function logarithm(x: number): number {
  let mantissa = x;
  let halvings = 0;
  while (mantissa < 0.75) {
    mantissa *= 2;
    halvings++;
  }
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let power = 21; power >= 1; power -= 2) sum = sum * square + 1 / power;
  return 2 * ratio * sum - halvings * Math.LN2;
}

/**
 * A generator (sfc32) for `seed` and `salt`. The same seed with another salt gives unrelated numbers, so two
 * layers of one shape don't start with the same weights.
 */
export function createRandom(seed: number, ...salt: readonly (number | string)[]): Random {
  const hash = hashOf([seed, ...salt]);
  let a = avalanche(mix(hash, 1));
  let b = avalanche(mix(hash, 2));
  let c = avalanche(mix(hash, 3));
  let counter = 1;
  let spare: number | undefined;

  function bits(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
  for (let round = 0; round < 12; round++) bits();

  function uniform(low = 0, high = 1): number {
    return low + (high - low) * (bits() / 2 ** 32);
  }

  // Marsaglia's polar method gives two numbers at a time; the second waits in `spare`.
  function standardNormal(): number {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    for (;;) {
      const x = uniform(-1, 1);
      const y = uniform(-1, 1);
      const square = x * x + y * y;
      if (square === 0 || square >= 1) continue;
      const factor = Math.sqrt((-2 * logarithm(square)) / square);
      spare = y * factor;
      return x * factor;
    }
  }

  function truncatedNormal(mean = 0, deviation = 1): number {
    let value = standardNormal();
    while (Math.abs(value) > 2) value = standardNormal();
    return mean + deviation * value;
  }

  function permutation(count: number): Uint32Array {
    const order = Uint32Array.from({ length: count }, (_, position) => position);
    for (let last = count - 1; last > 0; last--) {
      const other = Math.floor(uniform(0, last + 1));
      const kept = order[last]!;
      order[last] = order[other]!;
      order[other] = kept;
    }
    return order;
  }

  return {
    bits,
    uniform,
    normal: (mean = 0, deviation = 1) => mean + deviation * standardNormal(),
    truncatedNormal,
    permutation,
  };
}
