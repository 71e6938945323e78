import type { Page } from '@playwright/test';
import { digits, twoConvolutions } from '../../tests/e2e/documents.ts';
import { type Figure, median } from '../figure.ts';
import { type Ground, onPage, openSite } from '../ground.ts';
import type { Request } from '../pages/loop.ts';

const ROUNDS = 7;
const WARM_UP = 20;
const BATCHES = 100;

/** 4,000 digits are 125 batches: what is timed lies within one epoch. The lens is open, and it plays. */
const document = {
  ...digits(twoConvolutions, { train: 4000, epochs: 1 }),
  view: { focus: { layer: 'conv2d', index: [0, 0, 0] }, playing: true },
};

/**
 * Training in the page against the same loop alone in a worker and against ConvNetJS, one after the other in every
 * round so that all meet the same machine; and what the page's main thread does meanwhile.
 */
export async function measureTraining({ browser, siteUrl, benchUrl, wasmUrl }: Ground): Promise<Figure[]> {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const inPage = await onPage(browser, async (page) => {
      await openSite(page, siteUrl);
      return trainInPage(page);
    });
    const loop = (name: 'alone' | 'convnetjs', warmUp: number, batches: number) =>
      onPage(browser, async (page) => {
        await page.goto(benchUrl);
        const request: Request = { siteUrl, wasmUrl, document, backend: inPage.backend, warmUp, batches };
        const times = await page.evaluate(([n, r]) => window.bench.measure(n, r), [name, request] as const);
        return times.reduce((sum, time) => sum + time, 0) / times.length;
      });
    const alone = await loop('alone', WARM_UP, BATCHES);
    const convnetjs = await loop('convnetjs', 2, 12);
    rounds.push({ ...inPage, alone, convnetjs });
  }

  const page = median(rounds.map((round) => round.msPerBatch));
  const alone = median(rounds.map((round) => round.alone));
  const convnetjs = median(rounds.map((round) => round.convnetjs));
  const frames = rounds.flatMap((round) => round.frames);
  const longest = Math.max(0, ...rounds.flatMap((round) => round.longTasks));
  const ms = (value: number) => `${value.toFixed(1)} ms a batch of 32`;
  return [
    {
      name: 'training in the page against the loop alone',
      how: `${rounds[0]!.backend}: page ${ms(page)}, alone in a worker ${ms(alone)}; medians of ${ROUNDS} rounds of ${BATCHES} batches`,
      value: median(rounds.map((round) => round.alone / round.msPerBatch)),
      unit: 'times its speed',
      limit: { least: 0.9 },
    },
    {
      name: 'training in the page against ConvNetJS 0.3.0',
      how: `page ${ms(page)}, ConvNetJS ${ms(convnetjs)}, the same net and digits, Adadelta, alone in a worker`,
      value: median(rounds.map((round) => round.convnetjs / round.msPerBatch)),
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

async function trainInPage(page: Page) {
  return page.evaluate(
    async ([document, first, last]) => {
      const scope = window.kernelscope;
      await scope.setDocument(document);
      const frames: number[] = [];
      const longTasks: number[] = [];
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longTasks.push(duration);
      });
      observer.observe({ type: 'longtask' });
      let before = 0;
      let going = true;
      const frame = (now: number) => {
        if (before > 0) frames.push(now - before);
        before = now;
        if (going) requestAnimationFrame(frame);
      };
      // Batches come to the page several at once; a time stands for the last of those that came together.
      const seen: { time: number; step: number }[] = [];
      scope.on('batch', ({ step }) => {
        if (seen.length === 0) requestAnimationFrame(frame);
        const time = performance.now();
        const together = seen.at(-1);
        if (together && time - together.time < 10) together.step = step;
        else seen.push({ time, step });
      });
      await scope.train();
      going = false;
      observer.disconnect();
      const { name } = await scope.backend();
      const timed = seen.filter(({ step }) => step >= first && step <= last);
      const [start, end] = [timed[0]!, timed.at(-1)!];
      const msPerBatch = (end.time - start.time) / (end.step - start.step);
      return { backend: name, msPerBatch, frames, longTasks };
    },
    [document, WARM_UP, WARM_UP + BATCHES] as const,
  );
}
