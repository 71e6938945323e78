import { poolingScene } from '../lens/pooling.ts';

export const globalMaxPooling2dScene = poolingScene('max');
