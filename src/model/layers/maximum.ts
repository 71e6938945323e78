import { merging } from './merging.ts';

export const maximum = merging('maximum', 'maximum', 'max');
