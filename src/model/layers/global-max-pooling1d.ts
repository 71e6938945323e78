import { globalPooling } from './global-pooling.ts';

export const globalMaxPooling1d = globalPooling(1, 'max', 'global_max_pooling1d');
