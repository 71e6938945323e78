import { cropping } from './framing.ts';

export const cropping1d = cropping;
