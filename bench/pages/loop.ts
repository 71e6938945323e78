export type LoopName = 'alone' | 'convnetjs' | 'signals' | 'mended';

declare global {
  interface Window {
    /** On the bench's own page: runs a loop and gives milliseconds a batch; trains batches and counts programs. */
    readonly bench: {
      /** Milliseconds of each update of the curves after so many batches. */
      curves(batches: number, updates: number): number[];
      /** Milliseconds of each batch of a loop after its warm-up. */
      measure(name: LoopName, request: Request): Promise<number[]>;
      /** Starts a loop, warms it up and keeps it for `go`, until the page closes. */
      open(name: LoopName, request: Request): Promise<void>;
      /** Milliseconds of each of so many next batches of the open loop. */
      go(batches: number): Promise<number[]>;
      batches(request: Request): Promise<{ readonly losses: number[]; readonly programs: number[] }>;
    };
  }
}

/** What a measured loop is asked, and what it answers. */
export interface Request {
  /** Where the site is served, ending in a slash: its digits and its wasm binaries. */
  readonly siteUrl: string;
  /** The SIMD binary of tfjs's wasm backend, as the site serves it. */
  readonly wasmUrl: string;
  readonly document: unknown;
  readonly backend: 'wasm' | 'webgl' | 'cpu';
  /** Batches before the first that is timed. */
  readonly warmUp: number;
  readonly batches: number;
}

export type Answer = { readonly times: number[] } | { readonly error: string };

/** Answers a request, the first message, with the milliseconds of each batch after the warm-up; a count with those of so many more. */
export function serveLoop(prepare: (request: Request) => Promise<(batch: number) => unknown>): void {
  let step: ((batch: number) => unknown) | undefined;
  let batch = 0;
  async function run(batches: number): Promise<number[]> {
    const times: number[] = [];
    for (let left = batches; left > 0; left--) {
      const start = performance.now();
      await step!(batch++);
      times.push(performance.now() - start);
    }
    return times;
  }
  addEventListener('message', async ({ data }: MessageEvent<Request | number>) => {
    try {
      if (typeof data !== 'number') {
        step = await prepare(data);
        await run(data.warmUp);
      }
      const times = await run(typeof data === 'number' ? data : data.batches);
      postMessage({ times } satisfies Answer);
    } catch (error) {
      postMessage({ error: String(error) } satisfies Answer);
    }
  });
}
