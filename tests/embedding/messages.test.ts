import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readToFrame, readToHost, readToWindow } from '../../src/embedding/messages.ts';

const fault = { code: 'type', message: 'No.' };

describe('what each side takes', () => {
  test.each([{ type: 'hello' }, { type: 'hello', page: '12-34' }, { type: 'connect' }])(
    'between windows: %j',
    (message) => {
      expect(readToWindow({ kernelscope: 1, ...message })).toEqual({ kernelscope: 1, ...message });
    },
  );

  test.each([
    { type: 'call', id: 0, name: 'summary', args: [] },
    { type: 'listen', event: 'batch', on: true },
    { type: 'address', fragment: '#k1=abc&theme=dark' },
  ])('in the frame: %j', (message) => {
    expect(readToFrame({ kernelscope: 1, ...message })).toEqual({ kernelscope: 1, ...message });
  });

  test.each([
    { type: 'open', version: '1.0.0' },
    { type: 'ready' },
    { type: 'error', error: fault },
    { type: 'height', height: 480 },
    { type: 'result', id: 7, value: { a: new Float32Array(2) } },
    { type: 'result', id: 7 },
    { type: 'fault', id: 7, error: { ...fault, path: 'a', expected: 'b', received: 'c' } },
    { type: 'event', event: 'batch', value: { step: 1 } },
  ])('on the page around: %j', (message) => {
    expect(readToHost({ kernelscope: 1, ...message })).toEqual({ kernelscope: 1, ...message });
  });
});

describe('what nobody takes', () => {
  const readers = { readToWindow, readToFrame, readToHost };
  const call = { kernelscope: 1, type: 'call', id: 1, name: 'summary', args: [] };

  test.each([
    ['another mark', { ...call, kernelscope: 2 }],
    ['no mark', { type: 'hello' }],
    ['an inherited mark', Object.create({ kernelscope: 1, type: 'hello' })],
    ['another type', { kernelscope: 1, type: 'eval', code: '1' }],
    ['a key too many', { ...call, extra: 1 }],
    ['a hello with a key too many', { kernelscope: 1, type: 'hello', more: 1 }],
    ['its own __proto__', JSON.parse('{"kernelscope": 1, "type": "hello", "__proto__": {"a": 1}}')],
    ['a number that is none', { ...call, id: Number.NaN }],
    ['a negative id', { ...call, id: -1 }],
    ['a name as long as a book', { ...call, name: 'a'.repeat(10_000) }],
    ['arguments that are no list', { ...call, args: { length: 1 } }],
    ['an endless height', { kernelscope: 1, type: 'height', height: Number.POSITIVE_INFINITY }],
    ['text', '{"kernelscope": 1, "type": "hello"}'],
    ['nothing', null],
  ])('%s', (_, data) => {
    for (const read of Object.values(readers)) expect(read(data)).toBeUndefined();
  });

  test('anything at all: it is taken or passed over, and never throws', () => {
    const anything = fc.anything({ withNullPrototype: true, withTypedArray: true, withMap: true });
    fc.assert(
      fc.property(fc.record({ kernelscope: fc.constant(1), type: anything, value: anything }), (data) => {
        for (const read of Object.values(readers)) expect(read(data)).toBeUndefined();
      }),
    );
  });
});
