/**
 * Lets the event loop handle what has arrived. A message is used because timers are clamped to milliseconds, and
 * to a second in a hidden tab.
 */
export function yieldToEvents(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
