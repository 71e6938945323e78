import { merging } from './merging.ts';

export const multiply = merging('multiply', 'multiply', 'product');
