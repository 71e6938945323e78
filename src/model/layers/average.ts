import { merging } from './merging.ts';

export const average = merging('average', 'average', 'mean');
