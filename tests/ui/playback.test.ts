import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStores, type Stores } from '../../src/stores/stores.ts';
import { startPlayback } from '../../src/ui/playback.ts';
import { pinned } from '../../src/ui/view-actions.ts';

let stores: Stores;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { hidden: false });
  stores = createStores();
  stores.trace.setState({ trace: { input: { shape: [], data: new Float32Array() }, layers: new Map() } });
  stores.view.setState({ playing: true, speed: 10 });
  stop = startPlayback(stores);
});

afterEach(() => {
  stop();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const column = () => pinned(stores).index[1];
const batches = () =>
  stores.run.appendBatches([{ step: 1, loss: 1 }], { step: 1, ofSteps: 9, epoch: 1, secondsLeft: 1 });

test('ten steps a second, none while it is paused', () => {
  vi.advanceTimersByTime(500);
  expect(column()).toBe(5);
  stores.view.setState({ playing: false });
  vi.advanceTimersByTime(500);
  expect(column()).toBe(5);
});

test('while a run is on it moves when batches come, at its own speed at most', () => {
  stores.run.setState({ status: 'running' });
  vi.advanceTimersByTime(99);
  batches();
  expect(column()).toBe(0);
  vi.advanceTimersByTime(2);
  expect(column()).toBe(0);
  batches();
  expect(column()).toBe(1);
  batches();
  expect(column()).toBe(1);
});

test('four steps a second stay four where batches come four times a second', () => {
  stores.view.setState({ speed: 4 });
  stores.run.setState({ status: 'running' });
  vi.advanceTimersByTime(400);
  for (let told = 0; told < 8; told++) {
    batches();
    vi.advanceTimersByTime(250);
  }
  expect(column()).toBeGreaterThanOrEqual(8);
  expect(column()).toBeLessThanOrEqual(10);
});

test('a run whose batches are slow does not hold it up for long', () => {
  stores.run.setState({ status: 'running' });
  // Due after 100 ms, and then at once: every step waits 300 ms.
  vi.advanceTimersByTime(1700);
  expect(column()).toBe(5);
});

test('a step that waits for batches goes when the run ends, and not at all when the view is paused', () => {
  stores.run.setState({ status: 'running' });
  vi.advanceTimersByTime(150);
  stores.run.setState({ status: 'idle' });
  expect(column()).toBe(1);
  stores.run.setState({ status: 'running' });
  vi.advanceTimersByTime(150);
  stores.view.setState({ playing: false });
  batches();
  vi.advanceTimersByTime(1000);
  expect(column()).toBe(1);
});
