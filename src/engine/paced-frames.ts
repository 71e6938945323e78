import { onNextFrame } from './next-frame.ts';

/**
 * Calls back at a next frame, but at least `interval` milliseconds after the last time: pictures of a run that follow
 * one another faster than the eye can read them would only take processor time from the training.
 */
export function createPacedFrames(interval: number): (callback: () => void) => void {
  let last = -Infinity;
  return (callback) => {
    const deliver = () =>
      onNextFrame(() => {
        last = performance.now();
        callback();
      });
    const wait = last + interval - performance.now();
    if (wait > 0) setTimeout(deliver, wait);
    else deliver();
  };
}
