export type LoopName = 'alone' | 'convnetjs' | 'signals' | 'mended';

declare global {
  interface Window {
    /** On the bench's own page: runs a loop and gives milliseconds a batch; trains batches and counts programs. */
    readonly bench: {
      /** Milliseconds of each update of the curves after so many batches. */
      curves(batches: number, updates: number): number[];
      measure(name: LoopName, request: Request): Promise<number[]>;
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

/** Answers a worker's one request with the milliseconds of each batch after the warm-up. */
export function serveLoop(prepare: (request: Request) => Promise<(batch: number) => unknown>): void {
  addEventListener('message', async ({ data }: MessageEvent<Request>) => {
    try {
      const step = await prepare(data);
      const times: number[] = [];
      for (let batch = 0; batch < data.warmUp + data.batches; batch++) {
        const start = performance.now();
        await step(batch);
        if (batch >= data.warmUp) times.push(performance.now() - start);
      }
      postMessage({ times } satisfies Answer);
    } catch (error) {
      postMessage({ error: String(error) } satisfies Answer);
    }
  });
}
