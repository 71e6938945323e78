import { poolingScene } from '../lens/pooling.ts';

export const maxPooling2dScene = poolingScene('max');
