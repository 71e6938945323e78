import { pooling } from './pooling.ts';

export const maxPooling2d = pooling(2, 'max', 'max_pooling2d');
