import { pooling } from './pooling.ts';

export const maxPooling3d = pooling(3, 'max', 'max_pooling3d');
