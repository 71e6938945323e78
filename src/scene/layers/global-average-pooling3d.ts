import { globalPooling3d } from '../lens/pooling3d.ts';

export const globalAveragePooling3dScene = globalPooling3d('average');
