import type { Page } from '@playwright/test';

const MOVES = 200;

/**
 * Milliseconds of script for each pointer move over the stage, along a path that crosses everything: inputs, kernels,
 * products, outputs. The browser's own count, before and after two frames.
 */
export async function scriptAMove(page: Page): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const script = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'ScriptDuration')!.value;
  };
  const box = (await page.locator('.stage-viewport').boundingBox())!;
  const times: number[] = [];
  for (let move = 0; move < MOVES; move++) {
    const before = await script();
    const x = box.x + box.width * ((move * 0.013) % 1);
    const y = box.y + box.height * (0.25 + 0.5 * ((move * 0.037) % 1));
    await page.mouse.move(x, y);
    await page.waitForTimeout(40);
    times.push((await script()) - before);
  }
  await session.detach();
  await page.mouse.move(0, 0);
  return times;
}
