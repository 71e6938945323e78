import { globalPooling3d } from '../lens/pooling3d.ts';

export const globalMaxPooling3dScene = globalPooling3d('max');
