import { globalMaxPooling } from './global-pooling.ts';

export const globalMaxPooling3d = globalMaxPooling;
