import { averagePooling } from './pooling.ts';

export const averagePooling1d = averagePooling;
