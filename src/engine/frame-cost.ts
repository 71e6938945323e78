/**
 * Calls back with the milliseconds that the main thread needs for the next frame: what is drawn in it, and the
 * browser's own work on style, layout and paint. Never calls back where there are no frames.
 */
export function measureNextFrame(measured: (milliseconds: number) => void): void {
  requestAnimationFrame(() => {
    const start = performance.now();
    // A message is handled when the frame is done.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      measured(performance.now() - start);
    };
    port2.postMessage(undefined);
  });
}
