import { channelAxisIn } from '../../model/channel-axis.ts';
import { moved } from '../lens/draw.ts';
import { overTime } from '../lens/over-time.ts';
import type { LayerScene } from '../lens/request.ts';
import { generalScene } from './general.ts';

/** Whatever a convolution over time adds up, term by term, with the sequence and the window on it. */
export const separableConv1dScene: LayerScene = {
  lens(context) {
    const { node, width, height, index } = context;
    const [window] = node.definition.windows!(node.config, node.inputShapes);
    if (!window || index.length !== 2 || channelAxisIn(node.config, 2) === 0)
      return generalScene.lens(context);
    const marks = overTime(context, window, [], (room) => {
      const { picture } = generalScene.lens({ ...context, width: room.width, height: room.height });
      return moved(picture.marks, room.x, room.y);
    });
    return { ...generalScene.lens(context), picture: { width, height, marks } };
  },
};
