import type { Page } from '@playwright/test';
import { digits, twoConvolutions } from './documents.ts';

/** What must be after a long use as it was before. */
export interface Holdings {
  /** Bytes of the page's JavaScript heap after a collection. */
  readonly heap: number;
  /** Of those, the bytes of objects, arrays, strings and closures: what a leak is made of, without machine code. */
  readonly data: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly timers: number;
  /** Tensors that the engine's worker holds. */
  readonly tensors: number;
}

interface TimerWindow {
  liveTimers?: Set<number>;
}

/** Counts timers from now on; to be called before the page is opened. */
export async function watchTimers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const live = new Set<number>();
    (window as TimerWindow).liveTimers = live;
    const { setTimeout: later, setInterval: often, clearTimeout: stop } = window;
    Object.assign(window, {
      setTimeout(work: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) {
        const id: number = later(() => {
          live.delete(id);
          work(...args);
        }, ms) as unknown as number;
        live.add(id);
        return id;
      },
      setInterval(work: () => void, ms?: number) {
        const id = often(work, ms) as unknown as number;
        live.add(id);
        return id;
      },
      clearTimeout(id: number) {
        live.delete(id);
        stop(id);
      },
      clearInterval(id: number) {
        live.delete(id);
        stop(id);
      },
    });
  });
}

export async function holdings(page: Page): Promise<Holdings> {
  await page.waitForTimeout(1000);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  for (let n = 0; n < 3; n++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const metric = (name: string) => metrics.find((entry) => entry.name === name)?.value ?? Number.NaN;
  return {
    heap: metric('JSHeapUsedSize'),
    data: await dataOf(page),
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
    timers: await page.evaluate(() => (window as TimerWindow).liveTimers!.size),
    tensors: await tensorsOf(page),
  };
}

interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[]];
    };
  };
  readonly nodes: readonly number[];
}

/** The kinds of nodes of a heap snapshot that are neither data nor made by the page's own work. */
const NOT_DATA = new Set(['code', 'native', 'synthetic', 'object shape']);

/** Sums up a heap snapshot. The compiler adds machine code as long as something new gets hot; a leak adds data. */
async function dataOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as HeapSnapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (!NOT_DATA.has(types[0][nodes[at + type]!]!)) bytes += nodes[at + size]!;
  }
  return bytes;
}

/** tfjs keeps its engine on the global object of whoever loads it. */
async function tensorsOf(page: Page): Promise<number> {
  return page.workers()[0]!.evaluate(() => {
    const { _tfengine } = globalThis as unknown as { _tfengine: { state: { numTensors: number } } };
    return _tfengine.state.numTensors;
  });
}

/** A long use: so many changes of the input, edits of the model, and openings of a lens. */
export async function use(page: Page, changes: number, edits: number, openings: number): Promise<void> {
  await page.evaluate(async (count) => {
    for (let n = 0; n < count; n++) await window.kernelscope.setInput({ split: 'test', index: n % 40 });
  }, changes);
  for (let n = 0; n < edits; n++) {
    const layers = twoConvolutions.map((layer, at) =>
      at === 0 ? { ...layer, config: { ...layer.config, filters: 4 + (n % 4) } } : layer,
    );
    await page.evaluate((document) => window.kernelscope.setDocument(document), digits(layers));
  }
  for (let n = 0; n < openings; n++) {
    await page.locator(`[data-layer="${['conv2d', 'max_pooling2d', 'dense'][n % 3]}"]`).click();
    await page.waitForTimeout(50);
    await page.keyboard.press('Escape');
  }
  // Ends as it began, so that what is held can be compared.
  await page.evaluate((document) => window.kernelscope.setDocument(document), digits(twoConvolutions));
}
