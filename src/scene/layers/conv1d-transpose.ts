import { separableConv1dScene } from './separable-conv1d.ts';
/** The steps that reach an output step, between which its own lie closer. */
export const conv1dTransposeScene = separableConv1dScene;
