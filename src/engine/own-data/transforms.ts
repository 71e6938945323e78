import { logMel } from '../../base/signal/log-mel.ts';
import { mfcc } from '../../base/signal/mfcc.ts';
import type { SoundFeatures, Transform } from '../../formats/data/plan-sounds.ts';

/** What the model can see of a sound. */
export const transforms: Readonly<Record<SoundFeatures, Transform>> = {
  'log-mel': (samples, rate) => logMel(samples, rate),
  mfcc: (samples, rate) => mfcc(samples, rate),
  wave: (samples) => ({ shape: [samples.length, 1], data: samples }),
};
