import { expect, test } from 'vitest';
import { toSvg } from '../../src/paint/svg.ts';
import type { Theme } from '../../src/paint/theme.ts';
import { allPictures } from './all-pictures.ts';

/** Pictures that are looked at in other themes too. */
const ALSO: Readonly<Record<string, readonly Theme[]>> = {
  'stage-focus': ['dark'],
  'conv2d-eight-channels': ['dark'],
  'curve-loss': ['dark', 'print'],
  'stage-phone': ['dark'],
  'stage-signals': ['dark'],
  'conv1d-causal-dilation': ['dark'],
  'conv1d-words': ['dark'],
  'output-number': ['dark'],
  'output-heads': ['dark'],
  'lens-phone': ['dark'],
  'stage-projector': ['light-projector', 'dark-projector'],
  'lens-projector': ['light-projector', 'dark-projector'],
  'stage-paper': ['print'],
  'lens-paper': ['print'],
  'cone-hover': ['dark'],
  'kernel-depth': ['dark'],
  'window-7': ['dark'],
  'recurrence-lstm': ['dark'],
  'rearranging-reshape': ['dark'],
  'recurrence-phone': ['dark'],
};

for (const [name, draw] of Object.entries(allPictures)) {
  test(name, async () => {
    await expect(toSvg(draw(), 'light')).toMatchFileSnapshot(`snapshots/${name}.svg`);
    for (const theme of ALSO[name] ?? [])
      await expect(toSvg(draw(), theme)).toMatchFileSnapshot(`snapshots/${name}-${theme}.svg`);
  });
}
