import type { Picture } from '../../../src/scene/marks.ts';
import { digits } from '../network-of.ts';
import { lensOf, lowLensOf } from '../with-formulas.ts';
import { stage } from './stages.ts';

const SEEN = { layer: 'conv2d_1', index: [4, 7, 2] } as const;
const OPEN = { open: 'conv2d_1', channel: 2 } as const;

/** A window of 1920 pixels enlarged for a class is laid out as one of 1280; A4 paper on its side is as wide as `PAPER`. */
const PROJECTOR = { width: 824, height: 500, direction: 'row' } as const;
const PAPER = { width: 1040, height: 420, direction: 'row' } as const;

/** The network and a lens for a projector and for paper, and lenses on a phone; its stage is with the stages. */
export const mediaPictures: Readonly<Record<string, () => Picture>> = {
  'stage-projector': () => stage(digits(), PROJECTOR, SEEN),
  'stage-open-projector': () => stage(digits(), { ...PROJECTOR, ...OPEN }, SEEN),
  'lens-projector': () => lensOf(digits(), 'conv2d_1', SEEN.index, 430, 468),
  'stage-paper': () => stage(digits(), PAPER, SEEN),
  'lens-phone': () => lowLensOf(digits(), 'conv2d_1', SEEN.index),
  'lens-phone-one': () => lowLensOf(digits(), 'conv2d', [6, 14, 2]),
  'lens-phone-dense': () => lowLensOf(digits(), 'dense', [7]),
  'lens-paper': () => lensOf(digits(), 'conv2d_1', SEEN.index, 560, 388),
};
