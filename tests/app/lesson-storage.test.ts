import { expect, it } from 'vitest';
import { lessonStorage } from '../../src/app/lesson-storage.ts';
import { fakeWindow } from './fake-window.ts';

const progress = {
  id: 'counting',
  step: 2,
  steps: 5,
  right: 1,
  questions: 2,
  done: false,
  progress: '1.a.2.2.00',
};

it('keeps how far lessons are, for the next page of this browser', () => {
  const { window } = fakeWindow();
  const storage = lessonStorage(window);
  storage.keep(progress);
  expect(storage.all()).toEqual({ counting: progress });
  expect(lessonStorage(window).all()).toEqual({ counting: progress });
});

it('remembers that a lesson was finished, also when it is repeated', () => {
  const { window } = fakeWindow();
  const storage = lessonStorage(window);
  storage.keep({ ...progress, done: true });
  storage.keep(progress);
  expect(lessonStorage(window).all().counting).toEqual({ ...progress, done: true });
});

it('keeps what another tab has stored meanwhile', () => {
  const { window } = fakeWindow();
  const [one, other] = [lessonStorage(window), lessonStorage(window)];
  one.keep(progress);
  other.keep({ ...progress, id: 'other' });
  expect(Object.keys(lessonStorage(window).all()).toSorted()).toEqual(['counting', 'other']);
});

it('lasts as long as the page where storage is denied, or nothing may be kept', () => {
  for (const storage of [
    lessonStorage(fakeWindow('', { storage: false }).window),
    lessonStorage(undefined),
  ]) {
    storage.keep(progress);
    expect(storage.all()).toEqual({ counting: progress });
  }
});

it('passes over what is stored and is no progress', () => {
  for (const text of [
    '',
    '{',
    '7',
    '{"counting":1}',
    '[null, 1, {"id": 3}]',
    JSON.stringify([{ ...progress, step: -1 }]),
  ]) {
    const { window, stored } = fakeWindow();
    stored.set('kernelscope.lessons', text);
    expect(lessonStorage(window).all()).toEqual({});
  }
});
