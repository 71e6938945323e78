import { zeroPadding } from './framing.ts';

export const zeroPadding2d = zeroPadding(2, 'zero_padding2d');
