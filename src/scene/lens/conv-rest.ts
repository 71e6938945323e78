import type { ScaleSpec } from '../../base/color.ts';
import { conv2dText } from '../../text/layers/conv2d.ts';
import { formatCount, formatNumber } from '../format.ts';
import type { Mark } from '../marks.ts';
import type { ConvChannel } from './conv-channels.ts';
import { REST } from './conv-plan.ts';
import { nameOf, sumCell } from './conv-tile.ts';
import { caption } from './draw.ts';
import type { LensContext } from './request.ts';

/** The sums of the channels that found no room, each with its channel, and what they come to. */
export function restMarks(
  context: LensContext,
  rest: readonly ConvChannel[],
  scale: ScaleSpec,
  width: number,
): Mark[] {
  if (rest.length === 0) return [];
  const { cell: size, line } = REST;
  const perLine = Math.max(1, Math.floor(width / size));
  const room = perLine * 2;
  const cells = rest.length <= room ? rest.length : room - 1;
  const total = rest.reduce((sum, channel) => sum + channel.sum, 0);
  const marks: Mark[] = [
    caption(0, 10, conv2dText.others(formatCount(rest.length), rest.length === 1, formatNumber(total)), {
      size: 10,
    }),
  ];
  const placeOf = (at: number) => ({ x: (at % perLine) * size, y: 18 + Math.floor(at / perLine) * line });
  rest.slice(0, cells).forEach((channel, at) => {
    const { x, y } = placeOf(at);
    marks.push(sumCell(context, channel, scale, x, y, size));
    marks.push(
      caption(x + size / 2, y + size + 8, nameOf(context, channel, true), {
        size: 9,
        anchor: 'middle',
      }),
    );
  });
  if (cells < rest.length) {
    const { x, y } = placeOf(cells);
    marks.push(caption(x + 3, y + size / 2 + 4, `+${formatCount(rest.length - cells)}`, { size: 10 }));
  }
  return marks;
}
