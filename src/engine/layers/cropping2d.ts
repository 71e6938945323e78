import { cropping } from './framing.ts';

export const cropping2d = cropping;
