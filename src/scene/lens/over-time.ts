import type { AxisWindow } from '../../model/window.ts';
import type { Mark } from '../marks.ts';
import type { Rect } from '../rect.ts';
import { moved, paragraph } from './draw.ts';
import type { LensContext } from './request.ts';
import { timeAcross } from './time-across.ts';
import { runsDown, timeDown, wordsOf } from './time-down.ts';
import { timeWindow } from './time-window.ts';

const GAP = 44;
/** Lower than this there is room for the terms only; from this width on they stand beside steps that run down. */
const LEAST_ROOM = 280;
const WIDE = 480;
const LARGEST_ROW = 22;

/**
 * What is said of the window, the sequence with the window on it, and the window's terms: beside the sequence where its
 * steps run down, else below it. `terms` draws in the room given; `across` says whether the steps run across.
 */
export function overTime(
  context: LensContext,
  window: AxisWindow,
  lines: readonly string[],
  terms: (room: Rect, across: boolean) => readonly Mark[],
): Mark[] {
  const { width, height, index } = context;
  const text = paragraph(lines, width, 16);
  const top = text.height + 10;
  const room = height - top;
  const time = timeWindow(window);
  const down = runsDown(time, wordsOf(context) !== undefined);
  if (room < LEAST_ROOM) return [...text.marks, ...terms({ x: 0, y: top, width, height: room }, false)];
  if (down && width >= WIDE) {
    const block = timeDown(context, { time, width: width * 0.4, height: room });
    const left = Math.ceil(block.width) + GAP;
    const y = top + Math.max(0, (room - block.height) / 2);
    const rest = terms({ x: left, y: top, width: width - left, height: room }, false);
    return [...text.marks, ...moved(block.marks, 0, y), ...rest];
  }
  // Rows that can be read need more than lines do.
  const most = down ? Math.min(room * 0.52, 16 + (time.to - time.from) * LARGEST_ROW) : room * 0.48;
  const share = { time, at: index[0]!, output: index[1]!, width, height: down ? most : Math.min(230, most) };
  const block = down ? timeDown(context, share) : timeAcross(context, share);
  const used = block.height + 22;
  const rest = terms({ x: 0, y: top + used, width, height: room - used }, !down);
  return [...text.marks, ...moved(block.marks, 0, top), ...rest];
}
