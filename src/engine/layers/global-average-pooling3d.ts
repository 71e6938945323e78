import { globalAveragePooling } from './global-pooling.ts';

export const globalAveragePooling3d = globalAveragePooling;
