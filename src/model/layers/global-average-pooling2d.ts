import { globalPooling } from './global-pooling.ts';

export const globalAveragePooling2d = globalPooling(2, 'average', 'global_average_pooling2d');
