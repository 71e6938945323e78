import { maxPooling } from './pooling.ts';

export const maxPooling3d = maxPooling;
