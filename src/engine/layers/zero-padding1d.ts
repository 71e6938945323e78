import { zeroPadding } from './framing.ts';

export const zeroPadding1d = zeroPadding;
