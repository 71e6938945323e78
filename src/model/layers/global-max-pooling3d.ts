import { globalPooling } from './global-pooling.ts';

export const globalMaxPooling3d = globalPooling(3, 'max', 'global_max_pooling3d');
