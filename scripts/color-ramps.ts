/**
 * Writes src/base/color-ramps.ts: the colours of the scales, computed once. `npx tsx scripts/color-ramps.ts`. The page
 * then carries 512 colours in place of the library and its colour spaces.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rampTexts } from './color-ramp-texts.ts';
import { root } from './install.mjs';

const { puOr, cividis } = rampTexts();
const lines = (text: string) => text.match(/.{96}/g)!.map((line) => `  '${line}'`);
writeFileSync(
  join(root, 'src/base/color-ramps.ts'),
  `/**
 * The colours of two scales as \`rrggbb\`, one after the other; made by scripts/color-ramps.ts.
 */

/** ColorBrewer's PuOr, 255 colours and the last once more, the neutral one in the middle of the 255. */
export const PU_OR =
${lines(puOr).join(' +\n')};

/** Cividis, 256 colours (Nuñez, Anderton and Renslow 2018). */
export const CIVIDIS =
${lines(cividis).join(' +\n')};
`,
);
