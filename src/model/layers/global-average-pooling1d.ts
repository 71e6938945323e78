import { globalPooling } from './global-pooling.ts';

export const globalAveragePooling1d = globalPooling(1, 'average', 'global_average_pooling1d');
