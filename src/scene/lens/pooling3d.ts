import { channelsLast } from './channels-last.ts';
import { overSlices } from './over-slices.ts';
import { type PoolingType, plainPooling } from './pooling.ts';
import type { LayerScene } from './request.ts';

/** Pooling over a volume: its slices, and the window slice by slice. */
export function pooling3d(type: PoolingType): LayerScene {
  return channelsLast(overSlices(plainPooling(type), ({ index }) => index.at(-1)!));
}

/** Over all of it: each slice stands in the picture already. */
export function globalPooling3d(type: PoolingType): LayerScene {
  return channelsLast(plainPooling(type));
}
