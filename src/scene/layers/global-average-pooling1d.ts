import { pooling1d } from '../lens/pooling.ts';
export const globalAveragePooling1dScene = pooling1d('average');
