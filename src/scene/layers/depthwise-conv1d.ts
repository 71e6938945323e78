import { conv1dScene } from './conv1d.ts';
/** One filter's window over its own channel. */
export const depthwiseConv1dScene = conv1dScene;
