import { globalPooling } from './global-pooling.ts';

export const globalAveragePooling3d = globalPooling(3, 'average', 'global_average_pooling3d');
