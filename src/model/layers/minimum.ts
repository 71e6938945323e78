import { merging } from './merging.ts';

export const minimum = merging('minimum', 'minimum', 'min');
