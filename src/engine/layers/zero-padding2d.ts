import { zeroPadding } from './framing.ts';

export const zeroPadding2d = zeroPadding;
