/**
 * What a layer's lens shows in place of how one number comes about. `cone`: which steps of a sequence reach it;
 * `filters`: all kernels, one of them opened to its slices; `window`: how many weights a window of its size has in
 * one, two and three dimensions.
 */
export const ASPECTS = ['cone', 'filters', 'window'] as const;

export type Aspect = (typeof ASPECTS)[number];
