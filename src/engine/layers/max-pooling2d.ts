import { maxPooling } from './pooling.ts';

export const maxPooling2d = maxPooling;
