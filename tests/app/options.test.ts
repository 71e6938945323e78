import { describe, expect, test } from 'vitest';
import { documentPart } from '../../src/app/address.ts';
import { optionsOf } from '../../src/app/options.ts';

const of = (hash: string, search = '') => optionsOf({ search, hash });
const nothing = { show: [], lock: [] };

describe('options of an address', () => {
  test('a bare address, or one with a document alone, says nothing', () => {
    expect(of('')).toEqual(nothing);
    expect(of('#k1=abc&w1=def', '?utm_source=mail')).toEqual(nothing);
  });

  test('all of them, in the fragment beside the document', () => {
    const fragment =
      '#k1=abc&lesson=sliding-window&progress=2.x9&show=lens,code&lock=model,data&theme=dark&lang=de&data=reduced&height=auto';
    expect(of(fragment)).toEqual({
      lesson: 'sliding-window',
      progress: '2.x9',
      show: ['lens', 'code'],
      lock: ['model', 'data'],
      theme: 'dark',
      lang: 'de',
      data: 'reduced',
      height: 'auto',
    });
  });

  test('the fragment wins over the query, option by option', () => {
    expect(of('#theme=light', '?theme=dark&lang=de')).toEqual({ ...nothing, theme: 'light', lang: 'de' });
  });

  test('what is not known is passed over', () => {
    expect(of('#theme=pink&lang=fr&show=lens,secrets,__proto__&lock=all&data=none&height=9')).toEqual({
      ...nothing,
      show: ['lens'],
    });
    expect(of(`#lesson=${'a'.repeat(5000)}&progress=`)).toEqual(nothing);
    expect(of('#%E0%A4%A&theme=%zz')).toEqual(nothing);
  });

  test('blanks, the order and a region do not matter', () => {
    expect(of('#show= code , lens ,code&lang=de-AT')).toEqual({
      show: ['lens', 'code'],
      lock: [],
      lang: 'de',
    });
  });
});

test('the document’s part of a fragment is what no option changes', () => {
  expect(documentPart('#theme=dark&k1=abc&w1=d-_f&show=lens')).toBe('k1=abc&w1=d-_f');
  expect(documentPart('#theme=dark')).toBe('');
  expect(documentPart('')).toBe('');
});
