import { merging } from './merging.ts';

export const subtract = merging('subtract', 'subtract', 'sum');
