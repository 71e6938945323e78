import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyJson, formatPath, printable, sameJson } from '../../src/base/json.ts';

const LIMITS = { depth: 8, size: 1000 };

describe('copyJson', () => {
  it('copies JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        // That key is refused: see below.
        fc.pre(!JSON.stringify(value).includes('"__proto__"'));
        const copy = copyJson(value, { depth: 20, size: 1e6 });
        expect(JSON.stringify(copy)).toBe(JSON.stringify(value));
      }),
    );
  });

  it('copies deeply, and drops keys without a value', () => {
    const value = { a: [{ b: 1 }], c: undefined };
    const copy = copyJson(value, LIMITS);
    value.a[0]!.b = 2;
    expect(copy).toEqual({ a: [{ b: 1 }] });
    expect(copy).not.toHaveProperty('c');
  });

  const refused: [string, unknown, object][] = [
    ['NaN', { a: [1, Number.NaN] }, { code: 'range', path: 'a[1]', received: 'NaN' }],
    ['-Infinity', { a: -Infinity }, { code: 'range', path: 'a', received: '-Infinity' }],
    ['a function', { a: () => 0 }, { code: 'type', path: 'a', received: 'a function' }],
    ['a class instance', { a: new Date() }, { code: 'type', path: 'a' }],
    ['a typed array', { a: new Float32Array(1) }, { code: 'type', path: 'a' }],
    ['__proto__', JSON.parse('{"a":{"__proto__":1}}'), { code: 'unknown-key', path: 'a.__proto__' }],
    ['depth', JSON.parse(`${'['.repeat(10)}${']'.repeat(10)}`), { code: 'budget', reason: 'json-depth' }],
    ['size', Array.from({ length: 2000 }, () => 0), { code: 'budget', reason: 'json-size' }],
    ['long keys', { ['x'.repeat(2000)]: 0 }, { code: 'budget', reason: 'json-size' }],
  ];

  it.each(refused)('refuses %s', (_, value, wanted) => {
    expect(() => copyJson(value, LIMITS)).toThrow(expect.objectContaining(wanted));
  });
});

describe('formatPath', () => {
  it('reads as code does', () => {
    expect(formatPath(['model', 'layers', 2, 'config', 'strides'])).toBe('model.layers[2].config.strides');
    expect(formatPath([])).toBe('');
    expect(formatPath(['a b', 'c'])).toBe('["a b"].c');
  });
});

describe('printable', () => {
  it('is short whatever comes', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true }), (value) => {
        expect(printable(value).length).toBeLessThanOrEqual(60);
      }),
    );
    expect(printable('x'.repeat(1e6))).toHaveLength(60);
    expect(printable([1, [2], 'a'])).toBe('[1, …, "a"]');
    expect(printable(undefined)).toBe('nothing');
    expect(printable(Symbol('s'))).toBe('Symbol(s)');
  });
});

describe('sameJson', () => {
  it('compares what is inside, not the order of keys', () => {
    expect(sameJson({ a: 1, b: [2, { c: null }] }, { b: [2, { c: null }], a: 1 })).toBe(true);
    expect(sameJson({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(sameJson({ a: 1, b: 2 }, { a: 1, c: 2 })).toBe(false);
    expect(sameJson([], {})).toBe(false);
    expect(sameJson([1, 2], [2, 1])).toBe(false);
    expect(sameJson(null, {})).toBe(false);
  });
});
