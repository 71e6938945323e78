import type { Engine, StopReason } from './engine.ts';
import { whenCalm } from './when-calm.ts';

/**
 * An engine whose runs begin when the page has drawn the model that was built last: until then the two would fight for
 * the processor. A run that is paused or replaced before it begins never does.
 */
export function withCalmRuns(engine: Engine): Engine {
  let drawn: Promise<void> = Promise.resolve();
  const waiting = new Set<(reason: StopReason) => void>();
  const endWaiting = (reason: StopReason) => {
    for (const end of waiting) end(reason);
  };
  /** Builds in the place of what is there. */
  async function inPlace<T>(build: () => Promise<T>): Promise<T> {
    endWaiting('replaced');
    const built = await build();
    drawn = whenCalm();
    return built;
  }
  return {
    ...engine,
    build: (...given) => inPlace(() => engine.build(...given)),
    reset: (seed) => inPlace(() => engine.reset(seed)),
    async train(request) {
      let reason: StopReason | undefined;
      let end: (why: StopReason) => void = () => {};
      const ended = new Promise<void>((resolve) => {
        end = (why) => {
          reason = why;
          resolve();
        };
      });
      waiting.add(end);
      await Promise.race([drawn, ended]);
      waiting.delete(end);
      return reason ?? engine.train(request);
    },
    async pause() {
      endWaiting('paused');
      return engine.pause();
    },
  };
}
