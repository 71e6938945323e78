import { cropping } from './framing.ts';

export const cropping2d = cropping(2, 'cropping2d');
