/** A frame that has not come after this many milliseconds is not waited for: the tab may be hidden. */
const PATIENCE = 250;

/** Calls back at the next frame, or a little later where there are no frames. */
export function onNextFrame(callback: () => void): void {
  let called = false;
  const once = () => {
    if (called) return;
    called = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    callback();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, PATIENCE);
}
