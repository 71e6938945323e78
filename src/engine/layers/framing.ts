import * as tf from '@tensorflow/tfjs-core';
import { isChannelsFirst } from '../../model/layers/data-format.ts';
import type { AxisWindow } from '../../model/window.ts';
import type { EngineLayer, LayerCall } from './layer.ts';

/** A number for each axis of the input: `of` the window on the spatial ones, 0 on the others. */
function byAxis({ config, windows }: LayerCall, of: (window: AxisWindow) => number): number[] {
  const spatial = windows.map(of);
  return isChannelsFirst(config) ? [0, 0, ...spatial] : [0, ...spatial, 0];
}

/** ZeroPadding1D and 2D. */
export const zeroPadding: EngineLayer = {
  forward(call) {
    const before = byAxis(call, (window) => window.before);
    const after = byAxis(call, (window) => window.after);
    const around = before.map((cells, axis): [number, number] => [cells, after[axis]!]);
    return { output: tf.pad(call.inputs[0]!, around) };
  },
};

/** Cropping1D and 2D: padding by negative numbers. */
export const cropping: EngineLayer = {
  forward(call) {
    const x = call.inputs[0]!;
    const before = byAxis(call, (window) => -window.before);
    const after = byAxis(call, (window) => -window.after);
    const size = x.shape.map((cells, axis) => cells - before[axis]! - after[axis]!);
    return { output: tf.slice(x, before, size) };
  },
};
