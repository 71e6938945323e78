import { averagePooling } from './pooling.ts';

export const averagePooling2d = averagePooling;
