import { averagePooling } from './pooling.ts';

export const averagePooling3d = averagePooling;
