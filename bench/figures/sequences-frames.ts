import type { Page } from '@playwright/test';
import { type Figure, median, quantile } from '../figure.ts';
import { framesDuring } from '../frames-during.ts';
import { type Ground, onPage, openSite } from '../ground.ts';
import { scriptAMove } from '../script-a-move.ts';

/** Milliseconds that playback is watched. */
const WATCHED = 3000;

const causal = (dilation_rate: number) => ({
  class_name: 'Conv1D',
  config: { filters: 64, kernel_size: 5, padding: 'causal', dilation_rate, activation: 'elu' },
});

/** A document whose last layer gives 128 × 64 numbers, with that layer's lens open. */
function opened(layers: readonly object[], layer: string, aspect?: string): object {
  return {
    kernelscope: 1,
    title: 'Frames',
    seed: 1,
    dataset: { name: 'mnist' },
    model: { input_shape: [128, 9], layers },
    view: { focus: { layer, index: [90, 3] }, ...(aspect && { aspect }), playing: false },
  };
}

const PICTURES: readonly (readonly [string, object])[] = [
  ['a Conv1D lens', opened([causal(1), causal(2)], 'conv1d_1')],
  ['a receptive cone', opened([1, 2, 4, 8, 16].map(causal), 'conv1d_4', 'cone')],
  ['an LSTM lens', opened([{ class_name: 'LSTM', config: { units: 64, return_sequences: true } }], 'lstm')],
];

/** Hovering and playing back over sequences of 128 steps and 64 channels. */
export async function measureSequenceFrames({ browser, siteUrl }: Ground): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, document] of PICTURES) {
    const { moves, hovering, playing } = await onPage(browser, async (page) => {
      await openSite(page, siteUrl);
      await page.evaluate((value) => window.kernelscope.setDocument(value), document);
      await page.waitForTimeout(1500);
      let moves: number[] = [];
      const hovering = await framesDuring(page, async () => {
        moves = await scriptAMove(page);
      });
      return { moves, hovering, playing: await framesDuring(page, () => play(page)) };
    });
    figures.push(
      {
        name: `hovering ${name} of 128 × 64, script a move`,
        how: `p95 of ${moves.length} moves; median ${median(moves).toFixed(1)} ms`,
        value: quantile(moves, 0.95),
        unit: 'ms',
        limit: { most: 8 },
      },
      {
        name: `frames with ${name} of 128 × 64`,
        how: `the slower of medians: hovering ${hovering.toFixed(1)}, playing at full speed ${playing.toFixed(1)}`,
        value: Math.min(hovering, playing),
        unit: 'frames a second',
        limit: { least: 50 },
      },
    );
  }
  return figures;
}

/** Plays the lens at its full speed for a while. */
async function play(page: Page): Promise<void> {
  await page.getByRole('slider', { name: 'Speed' }).last().press('End');
  await page.getByRole('button', { name: /^Play/ }).first().click();
  await page.waitForTimeout(WATCHED);
}
