import { merging } from './merging.ts';

export const add = merging('add', 'add', 'sum');
