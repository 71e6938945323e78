import { pooling1d } from '../lens/pooling.ts';
export const averagePooling1dScene = pooling1d('average');
