import { expect, test } from 'vitest';
import { toSvg } from '../../src/paint/svg.ts';
import { allPictures } from './all-pictures.ts';

/** Pictures whose dark version is looked at too. */
const ALSO_DARK = new Set(['stage-focus', 'conv2d-eight-channels', 'curve-loss']);

for (const [name, draw] of Object.entries(allPictures)) {
  test(name, async () => {
    await expect(toSvg(draw(), 'light')).toMatchFileSnapshot(`snapshots/${name}.svg`);
    if (ALSO_DARK.has(name))
      await expect(toSvg(draw(), 'dark')).toMatchFileSnapshot(`snapshots/${name}-dark.svg`);
  });
}
