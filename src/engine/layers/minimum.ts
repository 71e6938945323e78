import { extreme } from '../broadcast.ts';
import { merging } from './merging.ts';

export const minimum = merging((first, second) => extreme(first, second, -1));
