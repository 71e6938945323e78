import { globalAveragePooling } from './global-pooling.ts';

export const globalAveragePooling1d = globalAveragePooling;
