import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/base/random.ts';

function draw(count: number, next: () => number): number[] {
  return Array.from({ length: count }, next);
}

function moments(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}

describe('createRandom', () => {
  it('gives the same numbers for ever: links and histories depend on it', () => {
    const random = createRandom(7, 'conv2d', 'kernel');
    expect(draw(4, random.bits)).toMatchInlineSnapshot(`
      [
        333817681,
        1168302311,
        2672192471,
        2140956850,
      ]
    `);
    expect(draw(3, () => random.normal())).toMatchInlineSnapshot(`
      [
        1.404922625816155,
        -0.32731579578449327,
        0.27863087091266564,
      ]
    `);
    expect([...random.permutation(8)]).toMatchInlineSnapshot(`
      [
        3,
        0,
        1,
        4,
        2,
        5,
        6,
        7,
      ]
    `);
  });

  it('differs by seed, by salt and by where a salt is cut', () => {
    const variants = [
      createRandom(1),
      createRandom(2),
      createRandom(2 ** 32 + 1),
      createRandom(-1),
      createRandom(1, 0),
      createRandom(1, 'a', 'bc'),
      createRandom(1, 'ab', 'c'),
      createRandom(1, 'abc'),
      createRandom(1, 1),
      createRandom(1, '1'),
    ];
    expect(new Set(variants.map((random) => draw(2, random.bits).join())).size).toBe(variants.length);
  });

  it('spreads uniform numbers evenly', () => {
    const random = createRandom(5);
    const counts = new Array<number>(16).fill(0);
    const values = draw(64_000, () => random.uniform(-2, 2));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-2);
    expect(Math.max(...values)).toBeLessThan(2);
    for (const x of values) counts[Math.floor((x + 2) * 4)]!++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 4000) ** 2 / 4000, 0);
    // 15 degrees of freedom: above 44.3 once in 10,000 seeds.
    expect(chiSquare).toBeLessThan(44.3);
  });

  it('draws normal numbers', () => {
    const random = createRandom(11);
    const values = draw(50_000, () => random.normal(3, 2));
    expect(moments(values).mean).toBeCloseTo(3, 1);
    expect(moments(values).deviation).toBeCloseTo(2, 1);
    const within = values.filter((x) => Math.abs(x - 3) < 2).length / values.length;
    expect(within).toBeCloseTo(0.6827, 2);
    const beyond = values.filter((x) => Math.abs(x - 3) > 6).length / values.length;
    expect(beyond).toBeGreaterThan(0.0015);
    expect(beyond).toBeLessThan(0.0045);
  });

  it('cuts truncated normal numbers at two deviations', () => {
    const random = createRandom(13);
    const values = draw(20_000, () => random.truncatedNormal(1, 0.5));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(2);
    expect(moments(values).deviation / 0.5).toBeCloseTo(0.8796, 1);
  });

  it('permutes without losing anything, every order alike', () => {
    const random = createRandom(17);
    expect([...random.permutation(100)].sort((a, b) => a - b)).toEqual(draw(100, counter()));
    expect([...random.permutation(0)]).toEqual([]);
    const seen = new Map<string, number>();
    for (let trial = 0; trial < 6000; trial++) {
      const key = random.permutation(3).join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

function counter(): () => number {
  let next = 0;
  return () => next++;
}
