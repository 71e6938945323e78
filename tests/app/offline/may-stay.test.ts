import { expect, it } from 'vitest';
import { mayStay } from '../../../src/app/offline/may-stay.ts';

/** A window with a page of its own, at a place where all is allowed, but for what is told. */
function windowWith(changes: object = {}, connection: object = {}) {
  const window = {
    origin: 'https://site.test',
    isSecureContext: true,
    navigator: { serviceWorker: {}, connection },
    top: undefined as unknown,
  };
  window.top = window;
  return Object.assign(window, changes) as unknown as Window;
}

it('keeps the files of a page of its own', () => {
  expect(mayStay(windowWith())).toBe(true);
  expect(mayStay(windowWith({ navigator: { serviceWorker: {} } }))).toBe(true);
  expect(mayStay(windowWith({}, { effectiveType: '4g', saveData: false }))).toBe(true);
});

it.each([
  ['in a frame', { top: {} }, {}],
  ['at an opaque origin', { origin: 'null' }, {}],
  ['over plain http', { isSecureContext: false }, {}],
  ['without service workers', { navigator: {} }, {}],
  ['where data are to be saved', {}, { saveData: true }],
  ['over a slow network', {}, { effectiveType: 'slow-2g' }],
])('keeps nothing %s', (_, changes, connection) => {
  expect(mayStay(windowWith(changes, connection))).toBe(false);
});
