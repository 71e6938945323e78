import { digits, twoConvolutions } from '../../tests/e2e/documents.ts';
import type { Figure } from '../figure.ts';
import { type Ground, onPage } from '../ground.ts';
import type { Request } from '../pages/loop.ts';

/** 80 digits in batches of 32: two full ones and a short one an epoch. */
const document = digits(twoConvolutions, { train: 80, epochs: 2 });
const BATCHES = 6;

/** Training on WebGL: the same numbers as on wasm, and no second set of shaders for a short last batch. */
export async function measureWebgl({ browser, siteUrl, benchUrl, wasmUrl }: Ground): Promise<Figure[]> {
  const train = (backend: Request['backend']) =>
    onPage(browser, async (page) => {
      await page.goto(benchUrl);
      const request: Request = { siteUrl, wasmUrl, document, backend, warmUp: 0, batches: BATCHES };
      return page.evaluate((r) => window.bench.batches(r), request);
    });
  const webgl = await train('webgl');
  const wasm = await train('wasm');
  const apart = webgl.losses.map((loss, batch) => Math.abs(loss / wasm.losses[batch]! - 1));
  return [
    {
      name: 'WebGL programs that a short last batch adds',
      how: `programs linked after each batch of 32, 32, 16, twice: ${webgl.programs.join(', ')}`,
      value: webgl.programs[2]! - webgl.programs[1]!,
      unit: 'programs',
      limit: { most: 0 },
    },
    {
      name: 'losses on WebGL against those on wasm',
      how: `largest difference over ${BATCHES} batches of the same training`,
      value: 100 * Math.max(...apart),
      unit: '%',
      limit: { most: 0.1 },
    },
  ];
}
