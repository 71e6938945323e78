import { expect, it } from 'vitest';
import { addressWith, entryOf, lessonIn, progressIn } from '../../src/app/lesson-address.ts';

it('finds the lesson of an address, in its fragment or its query', () => {
  expect(lessonIn({ search: '', hash: '#lesson=stride' })).toBe('stride');
  expect(lessonIn({ search: '?lesson=stride', hash: '' })).toBe('stride');
  expect(lessonIn({ search: '?lesson=one', hash: '#lesson=two&show=stage' })).toBe('two');
  expect(lessonIn({ search: '', hash: '#k1=abc' })).toBeUndefined();
});

it('writes a lesson in place of the document, and keeps the options', () => {
  expect(addressWith({ search: '', hash: '' }, 'stride')).toBe('#lesson=stride');
  expect(addressWith({ search: '', hash: '#k1=abc&w1=d&theme=dark' }, 'stride')).toBe(
    '#lesson=stride&theme=dark',
  );
  expect(addressWith({ search: '?lesson=old&lang=de', hash: '#lesson=old&progress=1.2' }, 'new')).toBe(
    '?lang=de#lesson=new',
  );
  expect(addressWith({ search: '?progress=1', hash: '#lesson=old&lang=de' }, undefined)).toBe('#lang=de');
});

it('remembers in an entry of the history how far the lesson is', () => {
  const entry = entryOf({
    id: 'stride',
    step: 0,
    steps: 1,
    right: 0,
    questions: 0,
    done: false,
    progress: '1.2',
  });
  expect(progressIn(structuredClone(entry), 'stride')).toBe('1.2');
  for (const state of [entry, null, 'kernelscope', 3, { lesson: 1 }])
    expect(progressIn(state, 'other')).toBeUndefined();
});
