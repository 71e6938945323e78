import { pooling1d } from '../lens/pooling1d.ts';
export const globalAveragePooling1dScene = pooling1d('average');
