import { pooling1d } from '../lens/pooling.ts';
export const globalMaxPooling1dScene = pooling1d('max');
