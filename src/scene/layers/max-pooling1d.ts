import { pooling1d } from '../lens/pooling.ts';
export const maxPooling1dScene = pooling1d('max');
