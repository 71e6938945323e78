import { conv2dScene } from './conv2d.ts';
/** One filter's window over its own channel. */
export const depthwiseConv2dScene = conv2dScene;
