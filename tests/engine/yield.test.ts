import { expect, test } from 'vitest';
import { yieldToEvents } from '../../src/engine/yield.ts';

function spend(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

test('what has arrived is handled within a few milliseconds of work, and not at every yield', async () => {
  spend(20);
  await yieldToEvents();
  let handled = false;
  const { port1, port2 } = new MessageChannel();
  const arrived = new Promise<void>((resolve) => {
    port1.onmessage = () => {
      handled = true;
      resolve();
    };
  });
  port2.postMessage(undefined);
  await yieldToEvents();
  expect(handled).toBe(false);
  spend(20);
  // Node may give a message two turns of its loop.
  await yieldToEvents();
  spend(20);
  await yieldToEvents();
  expect(handled).toBe(true);
  await arrived;
  port1.close();
});
