import { globalPooling } from './global-pooling.ts';

export const globalMaxPooling2d = globalPooling(2, 'max', 'global_max_pooling2d');
