import { cropping } from './framing.ts';

export const cropping1d = cropping(1, 'cropping1d');
