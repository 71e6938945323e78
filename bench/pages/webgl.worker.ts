import type { Request } from './loop.ts';
import { prepareTrainee } from './trainee.ts';

/** What one epoch of two batches, the second a short one, gave: losses, and WebGL programs linked so far. */
export type WebglAnswer =
  | { readonly losses: readonly number[]; readonly programs: readonly number[] }
  | { readonly error: string };

let linked = 0;
const link = WebGL2RenderingContext.prototype.linkProgram;
WebGL2RenderingContext.prototype.linkProgram = function (program) {
  linked++;
  link.call(this, program);
};

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  try {
    const step = await prepareTrainee(data);
    const losses: number[] = [];
    const programs: number[] = [];
    for (let batch = 0; batch < data.batches; batch++) {
      losses.push((await step()).loss);
      programs.push(linked);
    }
    postMessage({ losses, programs } satisfies WebglAnswer);
  } catch (error) {
    postMessage({ error: String(error) } satisfies WebglAnswer);
  }
});
