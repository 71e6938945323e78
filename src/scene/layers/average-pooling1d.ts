import { pooling1d } from '../lens/pooling1d.ts';
export const averagePooling1dScene = pooling1d('average');
