import { pooling } from './pooling.ts';

export const averagePooling1d = pooling(1, 'average', 'average_pooling1d');
