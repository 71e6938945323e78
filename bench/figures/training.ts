import type { Page } from '@playwright/test';
import { page as texts } from '../../src/text/page.ts';
import { digits, twoConvolutions } from '../../tests/e2e/documents.ts';
import { type Figure, median } from '../figure.ts';
import { type Ground, onPage, openSite } from '../ground.ts';
import type { Request } from '../pages/loop.ts';

const ROUNDS = 7;
const BATCHES = 100;
/** Batches of a turn that are not timed. */
const FIRST = 20;
/** In a round both are timed this often, in turns: what else a machine does changes from second to second. */
const TURNS = ['page', 'alone', 'alone', 'page', 'page', 'alone'] as const;

/** 4,000 digits are 125 batches an epoch. The lens is open, and it plays. */
const document = {
  ...digits(twoConvolutions, { train: 4000, epochs: 9 }),
  view: { focus: { layer: 'conv2d', index: [0, 0, 0] }, playing: true },
};

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Training in the page against the same loop alone in a worker, in turns, and against ConvNetJS; and what the page's
 * main thread does meanwhile. While the loop is alone, the page is paused and nothing in it moves. Both have trained as
 * many batches before: the page while its frames are counted, which is not timed, since to ask for every frame takes
 * about a third of a processor by itself.
 */
export async function measureTraining({ browser, siteUrl, benchUrl, wasmUrl }: Ground): Promise<Figure[]> {
  const rounds: {
    page: number[];
    alone: number[];
    frames: number[];
    longTasks: number[];
    convnetjs: number;
  }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const request: Request = {
      siteUrl,
      wasmUrl,
      document,
      backend: 'wasm',
      warmUp: FIRST + BATCHES,
      batches: 0,
    };
    const turns = await onPage(browser, async (bench) => {
      await bench.goto(benchUrl);
      await bench.evaluate((r) => window.bench.open('alone', r), request);
      return onPage(browser, async (site) => {
        await openSite(site, siteUrl);
        await openDocument(site);
        await trainInPage(site, true);
        const times = { page: [] as number[], alone: [] as number[] };
        for (const turn of TURNS) {
          times[turn].push(
            turn === 'page'
              ? await trainInPage(site, false)
              : mean(await bench.evaluate((n) => window.bench.go(n), BATCHES)),
          );
        }
        const { name } = await site.evaluate(() => window.kernelscope.backend());
        if (name !== 'wasm') throw new Error(`the page trains on ${name}, the loop alone on wasm`);
        return { ...times, ...(await notedIn(site)) };
      });
    });
    const convnetjs = await onPage(browser, async (bench) => {
      await bench.goto(benchUrl);
      const asked = { ...request, warmUp: 2, batches: 12 };
      return mean(await bench.evaluate((r) => window.bench.measure('convnetjs', r), asked));
    });
    rounds.push({ ...turns, convnetjs });
  }

  const pages = rounds.flatMap((round) => round.page);
  const alones = rounds.flatMap((round) => round.alone);
  const page = median(pages);
  const convnetjs = median(rounds.map((round) => round.convnetjs));
  const frames = rounds.flatMap((round) => round.frames);
  const longest = Math.max(0, ...rounds.flatMap((round) => round.longTasks));
  const ms = (value: number) => `${value.toFixed(1)} ms a batch of 32`;
  return [
    {
      name: 'training in the page against the loop alone',
      how: `wasm: page ${ms(page)}, alone in a worker ${ms(median(alones))}; medians of ${ROUNDS} rounds, in each ${TURNS.join(', ')}, ${BATCHES} batches a turn`,
      value: median(pages.map((time, turn) => alones[turn]! / time)),
      unit: 'times its speed',
      limit: { least: 0.9 },
    },
    {
      name: 'training in the page against ConvNetJS 0.3.0',
      how: `page ${ms(page)}, ConvNetJS ${ms(convnetjs)}, the same net and digits, Adadelta, alone in a worker`,
      value: median(rounds.map((round) => round.convnetjs / median(round.page))),
      unit: 'times its speed',
      limit: { least: 4 },
    },
    {
      name: 'frames while training',
      how: `median of ${frames.length} frames at 1440 x 900 with stage, lens and curves live; painted in software`,
      value: 1000 / median(frames),
      unit: 'frames a second',
      limit: { least: 50 },
    },
    {
      name: 'longest task of the main thread while training',
      how: `of all ${ROUNDS} runs; tasks below 50 ms are not reported by the browser and count as 0`,
      value: longest,
      unit: 'ms',
      limit: { most: 100 },
    },
  ];
}

interface Noted {
  /** Milliseconds from frame to frame while it trains. */
  readonly frames: number[];
  readonly longTasks: number[];
}

declare global {
  interface Window {
    benchNoted: Noted;
  }
}

const notedIn = (site: Page): Promise<Noted> => site.evaluate(() => window.benchNoted);

/** Opens the document and notes long tasks from then on. */
function openDocument(site: Page): Promise<void> {
  return site.evaluate(async (document) => {
    await window.kernelscope.setDocument(document);
    const longTasks: number[] = [];
    window.benchNoted = { frames: [], longTasks };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    }).observe({ type: 'longtask' });
  }, document);
}

/** Trains on while the lens plays, then pauses both; milliseconds a batch after the first ones. */
async function trainInPage(site: Page, countFrames: boolean): Promise<number> {
  const play = site.getByRole('button', { name: texts.lens.play, exact: true });
  if (await play.isVisible()) await play.click();
  const milliseconds = await site.evaluate(
    async ([first, batches, countFrames]) => {
      const scope = window.kernelscope;
      const { frames } = window.benchNoted;
      let before = 0;
      let going = true;
      const frame = (now: number) => {
        if (before > 0) frames.push(now - before);
        before = now;
        if (going) requestAnimationFrame(frame);
      };
      // Batches come to the page several at once; a time stands for the last of those that came together.
      const seen: { time: number; step: number }[] = [];
      let off = () => {};
      const enough = new Promise<void>((resolve) => {
        off = scope.on('batch', ({ step }) => {
          if (seen.length === 0 && countFrames) requestAnimationFrame(frame);
          const time = performance.now();
          const together = seen.at(-1);
          if (together && time - together.time < 10) together.step = step;
          else seen.push({ time, step });
          if (step > seen[0]!.step + first + batches) resolve();
        });
      });
      await Promise.race([enough, scope.train()]);
      going = false;
      await scope.pause();
      off();
      const timed = seen.filter(({ step }) => step >= seen[0]!.step + first);
      const [start, end] = [timed[0]!, timed.at(-1)!];
      return (end.time - start.time) / (end.step - start.step);
    },
    [FIRST, BATCHES, countFrames] as const,
  );
  await site.getByRole('button', { name: texts.lens.pause, exact: true }).click();
  return milliseconds;
}
