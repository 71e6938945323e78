import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withCalmRuns } from '../../src/engine/calm-runs.ts';
import { admit } from '../../src/model/gate.ts';
import { FakeEngine } from '../scope/fake-engine.ts';
import { small } from '../scope/setup.ts';

/** Milliseconds after which a page without frames is not waited for. */
const PATIENCE = 600;

const probe = { shape: [6, 6, 1], data: new Float32Array(36) };

let inner: FakeEngine;
let engine: ReturnType<typeof withCalmRuns>;
const trainings = () => inner.calls.filter((call) => call === 'train').length;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('requestAnimationFrame', () => 0);
  vi.stubGlobal('cancelAnimationFrame', () => {});
  inner = new FakeEngine();
  engine = withCalmRuns(inner);
  await engine.build(admit(small).document, probe);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the first run after a build waits until the page is calm, later ones do not', async () => {
  const first = engine.train({ until: 'batch' });
  await vi.advanceTimersByTimeAsync(PATIENCE - 1);
  expect(trainings()).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(await first).toBe('finished');
  expect(await engine.train({ until: 'batch' })).toBe('finished');
  await engine.reset(4);
  const next = engine.train({ until: 'batch' });
  await vi.advanceTimersByTimeAsync(PATIENCE - 1);
  expect(trainings()).toBe(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(await next).toBe('finished');
});

test.each([
  ['paused', () => engine.pause()],
  ['replaced', () => engine.reset(4)],
  ['replaced', () => engine.build(admit(small).document, probe)],
] as const)('a run that is %s while it waits ends at once and never begins', async (reason, end) => {
  const run = engine.train({ epochs: 1 });
  await end();
  expect(await run).toBe(reason);
  await vi.advanceTimersByTimeAsync(PATIENCE);
  expect(trainings()).toBe(0);
  expect(await engine.train({ until: 'batch' })).toBe('finished');
});

test('a pause in the same breath as its run leaves none behind', async () => {
  await vi.advanceTimersByTimeAsync(PATIENCE);
  const run = engine.train({ epochs: 1 });
  const paused = engine.pause();
  expect(await run).toBe('paused');
  await paused;
  expect(trainings()).toBe(0);
});
