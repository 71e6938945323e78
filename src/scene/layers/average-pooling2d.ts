import { poolingScene } from '../lens/pooling.ts';

export const averagePooling2dScene = poolingScene('average');
