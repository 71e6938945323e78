/** Milliseconds between two deliveries: faster, nobody could read them; slower, they would not look live. */
const LEAST = 80;
const MOST = 250;
/** Of its time, the main thread may spend this share on showing a run. */
const SHARE = 0.1;
/** How much the last delivery says about what the next one will cost. */
const WEIGHT = 0.2;

/**
 * Calls back as often as the page can show a run without taking the processor from its training: every 80 ms where a
 * delivery and the frame after it take little, up to every 250 ms where the page is painted slowly.
 */
export function createPagePace(
  measureNextFrame: (measured: (milliseconds: number) => void) => void,
): (deliver: () => void) => void {
  let next = -Infinity;
  let cost = 0;
  const interval = () => Math.min(MOST, Math.max(LEAST, cost / SHARE));
  return (deliver) => {
    setTimeout(
      () => {
        const start = performance.now();
        next = start + interval();
        let delivering = 0;
        // Asked first, so that what the delivery makes dirty is drawn within the measured frame.
        measureNextFrame((frame) => {
          const took = delivering + frame;
          cost = cost === 0 ? took : cost + WEIGHT * (took - cost);
          next = start + interval();
        });
        deliver();
        delivering = performance.now() - start;
      },
      Math.max(0, next - performance.now()),
    );
  };
}
