import { moved } from './draw.ts';
import type { LayerScene, LensContext } from './request.ts';
import { sliceStrip } from './slice-strip.ts';

const GAP = 14;

/** A layer's picture under the slices of the volume that it reads; `channelOf`: the channel of it that they show. */
export function overSlices(scene: LayerScene, channelOf: (context: LensContext) => number): LayerScene {
  return {
    ...scene,
    lens(context) {
      const { node, width, height } = context;
      const windows = node.definition.windows!(node.config, node.inputShapes);
      const strip = sliceStrip(context, windows, channelOf(context));
      const above = strip.height + GAP;
      const lens = scene.lens({ ...context, height: height - above });
      const marks = [...strip.marks, ...moved(lens.picture.marks, 0, above)];
      return { ...lens, picture: { width, height, marks } };
    },
  };
}
