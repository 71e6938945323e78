import { globalMaxPooling } from './global-pooling.ts';

export const globalMaxPooling1d = globalMaxPooling;
