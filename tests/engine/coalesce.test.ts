import { expect, test } from 'vitest';
import { createCoalescer } from '../../src/engine/coalesce.ts';
import type { EngineEvent } from '../../src/engine/engine.ts';

function batches(runId: number, ...steps: number[]): EngineEvent {
  const progress = { step: steps.at(-1)!, ofSteps: 9, epoch: 1, secondsLeft: undefined };
  return { type: 'batches', runId, records: steps.map((step) => ({ step, loss: 1 })), progress };
}

function setUp() {
  const delivered: EngineEvent[] = [];
  const frames: (() => void)[] = [];
  const coalescer = createCoalescer(
    (event) => delivered.push(event),
    (callback) => frames.push(callback),
  );
  return { delivered, frames, coalescer };
}

test('neighbouring batches of a run become one event at the next frame, in order with the others', () => {
  const { delivered, frames, coalescer } = setUp();
  const epoch: EngineEvent = { type: 'epoch', runId: 1, record: { epoch: 1, loss: 1 } };
  for (const event of [batches(1, 1), batches(1, 2), epoch, batches(1, 3), batches(2, 1)])
    coalescer.push(event);
  expect(delivered).toEqual([]);
  expect(frames.length).toBe(1);
  frames[0]!();
  expect(delivered).toEqual([batches(1, 1, 2), epoch, batches(1, 3), batches(2, 1)]);
});

test('a flush hands everything on at once, and the frame then nothing twice', () => {
  const { delivered, frames, coalescer } = setUp();
  coalescer.push(batches(1, 1));
  coalescer.flush();
  expect(delivered.length).toBe(1);
  frames[0]!();
  expect(delivered.length).toBe(1);
  coalescer.push(batches(1, 2));
  frames[1]!();
  expect(delivered.length).toBe(2);
});
