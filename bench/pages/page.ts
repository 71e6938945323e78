import type { Answer, LoopName, Request } from './loop.ts';

const workers: Readonly<Record<LoopName, () => Worker>> = {
  alone: () => new Worker(new URL('./alone.worker.ts', import.meta.url), { type: 'module' }),
  convnetjs: () => new Worker(new URL('./convnetjs.worker.ts', import.meta.url), { type: 'module' }),
};

/** Runs a loop in a worker of its own, nothing else on the page, and ends it. Gives milliseconds a batch. */
async function measure(name: LoopName, request: Request): Promise<number[]> {
  const worker = workers[name]();
  try {
    return await new Promise<number[]>((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }: MessageEvent<Answer>) =>
        'error' in data ? reject(new Error(data.error)) : resolve(data.times);
      worker.postMessage(request);
    });
  } finally {
    worker.terminate();
  }
}

Object.assign(window, { bench: { measure } });
