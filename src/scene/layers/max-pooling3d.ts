import { pooling3d } from '../lens/pooling3d.ts';

export const maxPooling3dScene = pooling3d('max');
