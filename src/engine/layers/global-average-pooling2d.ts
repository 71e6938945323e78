import { globalAveragePooling } from './global-pooling.ts';

export const globalAveragePooling2d = globalAveragePooling;
