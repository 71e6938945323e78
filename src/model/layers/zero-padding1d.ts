import { zeroPadding } from './framing.ts';

export const zeroPadding1d = zeroPadding(1, 'zero_padding1d');
