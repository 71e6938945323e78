import { pooling1d } from '../lens/pooling1d.ts';
export const maxPooling1dScene = pooling1d('max');
