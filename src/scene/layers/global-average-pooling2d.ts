import { poolingScene } from '../lens/pooling.ts';

export const globalAveragePooling2dScene = poolingScene('average');
