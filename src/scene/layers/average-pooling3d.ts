import { pooling3d } from '../lens/pooling3d.ts';

export const averagePooling3dScene = pooling3d('average');
