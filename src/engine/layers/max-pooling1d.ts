import { maxPooling } from './pooling.ts';

export const maxPooling1d = maxPooling;
