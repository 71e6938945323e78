import { timelineText } from '../../text/layers/timeline.ts';
import { formatNumber } from '../format.ts';
import type { Mark } from '../marks.ts';
import { channelsLast } from './channels-last.ts';
import { moved, operator, paragraph } from './draw.ts';
import { type Candidate, type Pooled, pool } from './pooled.ts';
import { ANSWER, answers, type PoolingType, plainPooling } from './pooling.ts';
import type { LayerScene, LensContext } from './request.ts';
import { stepsAsColumns } from './steps-as-columns.ts';
import { type Marked, timeAcross } from './time-across.ts';
import { tapSteps, timeWindow } from './time-window.ts';
import { numeral } from './window-place.ts';

/** Lower than this there is room for the window only. */
const LEAST_ROOM = 260;

/** What the window of a step comes to, over the steps of its channel that are no padding. */
function pooledAt({ source, index }: LensContext, steps: readonly number[]): Pooled {
  const [size, channels] = source.shape as [number, number];
  const channel = index.at(-1)!;
  const inside = steps.filter((step) => step >= 0 && step < size);
  return pool(
    inside.map((step): Candidate => {
      return { cell: [step, channel], value: source.data[step * channels + channel]! };
    }),
  );
}

function markedBy(type: PoolingType, pooled: Pooled): Marked {
  const step = pooled.winner.cell[0] ?? 0;
  return type === 'max'
    ? { step, value: pooled.max, text: timelineText.won(numeral(step)) }
    : { value: pooled.average, text: timelineText.mean(formatNumber(pooled.average)) };
}

function timePooling(type: PoolingType): LayerScene {
  const window = stepsAsColumns(plainPooling(type));
  return {
    lens(context) {
      const { width, height, node, index } = context;
      if (height < LEAST_ROOM) return window.lens(context);
      const [axis] = node.definition.windows!(node.config, node.inputShapes);
      const time = timeWindow(axis!);
      const whole = index.length === 1;
      const channel = index.at(-1)!;
      const at = whole ? 0 : index[0]!;
      const pooled = pooledAt(context, tapSteps(time, at).steps);
      const block = timeAcross(context, {
        time,
        at,
        channel,
        ...(!whole && { output: channel }),
        marked: markedBy(type, pooled),
        width,
        height: Math.min(220, height * 0.5),
      });
      const left = height - block.height - 24;
      if (!whole) {
        const below = window.lens({ ...context, height: left });
        const marks = [...block.marks, ...moved(below.picture.marks, 0, height - left)];
        return { ...below, picture: { width, height, marks } };
      }
      const gap = Math.min(36, Math.max(12, width * 0.04));
      const trio = 3 * ANSWER + 2 * gap;
      const text = paragraph([timelineText.anywhere[type]], width, 16);
      const room = height - block.height - text.height;
      const top = block.height + Math.max(44, (room - ANSWER) / 2);
      const marks: Mark[] = [
        ...block.marks,
        operator(width / 2, block.height + 14, '↓'),
        ...answers(context, pooled, type, (width - trio) / 2, top, gap),
        ...moved(text.marks, 0, Math.min(height - text.height - 2, top + ANSWER + 36)),
      ];
      return { ...window.lens(context), picture: { width, height, marks } };
    },
  };
}

/** Pooling over the steps of a sequence: the window on the channel's line, what it picks or the mean it takes, and the answers. */
export function pooling1d(type: PoolingType): LayerScene {
  return channelsLast(timePooling(type));
}
