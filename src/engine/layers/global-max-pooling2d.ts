import { globalMaxPooling } from './global-pooling.ts';

export const globalMaxPooling2d = globalMaxPooling;
