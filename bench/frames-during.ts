import type { Page } from '@playwright/test';
import { median } from './figure.ts';

/** Median frames a second of the page while `work` goes on. */
export async function framesDuring(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const seen: number[] = [];
    const state = { seen, going: true };
    Object.assign(window, { benchFrames: state });
    const frame = (now: number) => {
      seen.push(now);
      if (state.going) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await work();
  const gaps = await page.evaluate(() => {
    const { benchFrames: state } = window as unknown as { benchFrames: { seen: number[]; going: boolean } };
    state.going = false;
    return state.seen.slice(1).map((time, at) => time - state.seen[at]!);
  });
  return 1000 / median(gaps);
}
