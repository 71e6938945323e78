/** So many frames in a row, each within so many milliseconds of the one before, are a page that has drawn what it has. */
const FRAMES = 4;
const IN_TIME = 25;

/** Milliseconds after which a page that does not become calm, or has no frames since its tab is hidden, is not waited for. */
const PATIENCE = 600;

/** Resolves when the page draws its frames in time again. */
export function whenCalm(): Promise<void> {
  return new Promise((resolve) => {
    let frame = 0;
    const done = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, PATIENCE);
    const next = (inTime: number, before: number) => {
      frame = requestAnimationFrame((now) => {
        const row = now - before <= IN_TIME ? inTime + 1 : 0;
        if (row === FRAMES) done();
        else next(row, now);
      });
    };
    next(0, -Infinity);
  });
}
