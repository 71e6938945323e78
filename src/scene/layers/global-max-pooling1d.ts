import { pooling1d } from '../lens/pooling1d.ts';
export const globalMaxPooling1dScene = pooling1d('max');
