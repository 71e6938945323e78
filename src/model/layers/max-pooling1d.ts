import { pooling } from './pooling.ts';

export const maxPooling1d = pooling(1, 'max', 'max_pooling1d');
