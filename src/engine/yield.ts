/** Milliseconds for which what has arrived may wait: a yield is not free, and a batch may take less than one. */
const PATIENCE = 8;

let yielded = -Infinity;

/** A task of the event loop; by a message where there is no scheduler, since timers are clamped. */
function task(): Promise<void> {
  // Safari before 26 has none.
  const { scheduler } = globalThis as { scheduler?: Pick<Scheduler, 'postTask'> };
  if (scheduler) return scheduler.postTask(() => {});
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Lets the event loop handle what has arrived, unless it just did; not slower in a hidden tab. */
export async function yieldToEvents(): Promise<void> {
  if (performance.now() - yielded < PATIENCE) return;
  await task();
  yielded = performance.now();
}
