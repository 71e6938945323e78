import { INPUT_NAME } from '../../model/network.ts';
import { timelineText } from '../../text/layers/timeline.ts';
import { spokenLayer } from '../../text/names.ts';
import { formatCount } from '../format.ts';
import { layerScale } from '../layer-scale.ts';
import type { Mark } from '../marks.ts';
import type { Rect } from '../rect.ts';
import { signalName } from '../signal-name.ts';
import { type SignalRange, signalRanges } from '../signal-range.ts';
import { textWidth } from '../text-width.ts';
import { caption } from './draw.ts';
import type { Block } from './flow.ts';
import type { LensContext } from './request.ts';
import { type TimeWindow, tapSteps } from './time-window.ts';
import { numeral } from './window-place.ts';

/** A line lower than this shows no shape: then all channels are one map. */
const LEAST_LINE = 7.5;
const LARGEST_LINE = 44;
const LARGEST_SINGLE = 120;
const OUTPUT = { least: 26, most: 46 } as const;
const HEAD = 14;
/** Between input and output: the steps' numbers. */
const AXIS = 18;

/** What is picked out of the window: the step that won, or the height of a mean. */
export interface Marked {
  readonly step?: number;
  readonly value: number;
  readonly text: string;
}

export interface TimeRequest {
  readonly time: TimeWindow;
  /** The output step that is looked at. */
  readonly at: number;
  /** The one input channel that is looked at; absent: all. */
  readonly channel?: number;
  /** Of the one channel. */
  readonly marked?: Marked;
  /** The output channel that is drawn below; absent: none, as of layers that leave no time. */
  readonly output?: number;
  readonly width: number;
  readonly height: number;
}

/** Where the steps stand: padding too. */
interface Axis {
  readonly x: (step: number) => number;
  readonly unit: number;
}

/** A line of a `[step, channel]` tensor. */
function line(
  { shape, data }: { readonly shape: readonly number[]; readonly data: Float32Array },
  layer: string,
  channel: number,
  rect: Rect,
  range: SignalRange,
): Mark[] {
  const [count, channels] = shape as [number, number];
  const zero = rect.y + (rect.height * range.high) / (range.high - range.low);
  const baseline: Mark = {
    type: 'path',
    points: [rect.x, zero, rect.x + rect.width, zero],
    stroke: 'line',
    strokeWidth: 1,
  };
  return [
    ...(range.low <= 0 && range.high >= 0 ? [baseline] : []),
    {
      type: 'signal',
      ...rect,
      values: data,
      offset: channel,
      stride: channels,
      count,
      ...range,
      ink: 'ink',
      strokeWidth: 1.25,
      filled: range.low <= 0,
      cells: { layer, place: { down: 1, across: 0, at: [0, channel] } },
    },
  ];
}

/** The input's channels: lines where there is room for them, else one map. */
function inputMarks(
  { source, trace, channels }: LensContext,
  { channel, time }: TimeRequest,
  { x, unit }: Axis,
  top: number,
  height: number,
): Mark[] {
  const [steps, count] = source.shape as [number, number];
  const rect = { x: x(0), y: top, width: steps * unit, height };
  const shown = channel === undefined ? Array.from({ length: count }, (_, at) => at) : [channel];
  const marks: Mark[] = [];
  const padding = [
    [time.padded[0], 0],
    [steps, time.padded[1]],
  ] as const;
  for (const [from, to] of padding) {
    if (to <= from) continue;
    const hatched = { x: x(from), y: top, width: (to - from) * unit, height };
    marks.push({ type: 'rect', ...hatched, padding: true, stroke: 'line', strokeWidth: 1 });
  }
  const each = height / shown.length;
  if (each < LEAST_LINE) {
    const cells = { layer: source.name, place: { down: 1, across: 0, at: [0, 0] } };
    const values = { values: source.data, offset: 0, rows: count, cols: steps, rowStride: 1 };
    const scale = layerScale(trace, source.name);
    return [...marks, { type: 'image', ...rect, ...values, colStride: count, scale, cells }];
  }
  const ranges = signalRanges(source, 1, source.name === INPUT_NAME);
  shown.forEach((at, place) => {
    const own = { ...rect, y: top + place * each + 1, height: each - 2 };
    marks.push(...line(source, source.name, at, own, ranges[at]!));
    const name = source.name === INPUT_NAME ? channels?.[at] : undefined;
    if (name !== undefined) marks.push(...signalName(name, own));
  });
  return marks;
}

/** The step that won as a line down to its time, or the mean as a line over its window. */
function markedMarks(
  { source }: LensContext,
  { marked, channel, time, at }: TimeRequest,
  { x }: Axis,
  top: number,
  height: number,
): Mark[] {
  const range = marked && signalRanges(source, 1, source.name === INPUT_NAME)[channel ?? 0];
  if (!range) return [];
  const { step, value, text } = marked;
  const room = Math.max(1, height - 2);
  const y = top + 1 + room - ((value - range.low) / (range.high - range.low)) * room;
  const { first, last } = tapSteps(time, at);
  const size = 10.5;
  if (step === undefined) {
    const [left, right] = [x(Math.max(0, first)), x(Math.min(time.window.size, last + 1))];
    const words = { size, ink: 'second', weight: 600, anchor: 'end' } as const;
    return [
      { type: 'path', points: [left, y, right, y], stroke: 'second', strokeWidth: 2 },
      caption(Math.max(right, textWidth(text, size, 600) + 4), Math.max(top + size, y - 5), text, words),
    ];
  }
  const middle = x(step + 0.5);
  const beside = middle + 8 + textWidth(text, size, 600) < x(time.to);
  return [
    {
      type: 'path',
      points: [middle, y, middle, top + height],
      stroke: 'second',
      strokeWidth: 1.5,
      dash: [3, 3],
    },
    { type: 'rect', x: middle - 4, y: y - 4, width: 8, height: 8, radius: 4, fill: 'second' },
    caption(middle + (beside ? 8 : -8), Math.max(top + size, y + 3), text, {
      size,
      ink: 'second',
      weight: 600,
      anchor: beside ? 'start' : 'end',
    }),
  ];
}

/** The window: each tap tinted, all of them framed; what a causal layer doesn't see yet is paled. */
function windowMarks(
  { at, time }: TimeRequest,
  { x, unit }: Axis,
  top: number,
  height: number,
): { readonly behind: Mark[]; readonly before: Mark[] } {
  const { steps, first, last } = tapSteps(time, at);
  const joined = time.window.dilation === 1 || steps.length === 1;
  const spans = joined ? [[first, last + 1] as const] : steps.map((step) => [step, step + 1] as const);
  const boxes = spans.map(([from, to]) => {
    const width = Math.max(2, (to - from) * unit);
    return { x: (x(from) + x(to) - width) / 2, y: top, width, height };
  });
  // A window over everything is no place to be shown.
  const whole = time.window.output === 1 && time.window.kernel >= time.window.size;
  const behind = (whole ? [] : boxes).map((box): Mark => ({ type: 'rect', ...box, fill: 'accent-soft' }));
  const frame = { x: x(first) - 1, y: top - 2, width: (last + 1 - first) * unit + 2, height: height + 4 };
  const before: Mark[] = [];
  if (time.causal && last + 1 < time.window.size) {
    const left = x(last + 1) + 1;
    const right = x(time.window.size);
    const veil = { x: left, y: top, width: right - left, height };
    before.push({ type: 'rect', ...veil, fill: 'surface', opacity: 0.72 });
    if (right - left > textWidth(timelineText.past, 10) + 12)
      before.push(caption((left + right) / 2, top + height / 2 + 4, timelineText.past, MIDDLE));
  }
  before.push({ type: 'rect', ...frame, stroke: 'accent', strokeWidth: 1.5, radius: 2 });
  if (!joined)
    before.push(...boxes.map((box): Mark => ({ type: 'rect', ...box, stroke: 'accent', strokeWidth: 1 })));
  return { behind, before };
}

const MIDDLE = { size: 10, anchor: 'middle' } as const;

/** The numbers of the first and the last step, and of those that the window begins and ends on. */
function axisMarks({ at, time }: TimeRequest, { x }: Axis, y: number): Mark[] {
  const { first, last } = tapSteps(time, at);
  const { size } = time.window;
  const own = first === last ? numeral(first) : `${numeral(first)} – ${numeral(last)}`;
  const middle = (x(first) + x(last + 1)) / 2;
  const half = textWidth(own, 10, 600) / 2 + 8;
  const left = Math.max(x(time.from) + half - 8, Math.min(x(time.to) - half + 8, middle));
  const ends = [
    { at: x(0), text: '0', anchor: 'start', reach: 8 },
    { at: x(size), text: numeral(size - 1), anchor: 'end', reach: 24 },
  ] as const;
  return [
    ...ends
      .filter((end) => Math.abs(end.at - left) > half + end.reach)
      .map((end) => caption(end.at, y + 12, end.text, { size: 10, anchor: end.anchor })),
    caption(left, y + 12, own, { size: 10, anchor: 'middle', ink: 'accent', weight: 600 }),
  ];
}

/**
 * The input over time with the window on it, and the output channel below, aligned in time: an output step stands under
 * the middle of its window, of a causal layer under the end of it. Padding is hatched.
 */
export function timeAcross(context: LensContext, request: TimeRequest): Block {
  const { source, layer, traced } = context;
  const { time, at, channel, output, width, height } = request;
  const unit = width / (time.to - time.from);
  const axis: Axis = { x: (step) => (step - time.from) * unit, unit };
  const channels = channel === undefined ? source.shape[1]! : 1;
  const below = output === undefined ? 0 : Math.max(OUTPUT.least, Math.min(OUTPUT.most, height * 0.26));
  const room = height - HEAD - AXIS - below - (output === undefined ? 0 : HEAD);
  const tall = Math.max(16, Math.min(room, channels === 1 ? LARGEST_SINGLE : channels * LARGEST_LINE));
  const said =
    channel === undefined && channels > 1
      ? timelineText.channels(spokenLayer(source.name), formatCount(channels))
      : timelineText.channel(spokenLayer(source.name), channel ?? 0);
  const { behind, before } = windowMarks(request, axis, HEAD, tall);
  const marks: Mark[] = [
    caption(axis.x(0), HEAD - 5, said, { size: 10 }),
    ...behind,
    ...inputMarks(context, request, axis, HEAD, tall),
    ...before,
    ...markedMarks(context, request, axis, HEAD, tall),
    ...axisMarks(request, axis, HEAD + tall),
  ];
  if (output === undefined) return { width, height: HEAD + tall + AXIS, marks };
  const top = HEAD + tall + AXIS + HEAD;
  const range = signalRanges(traced.output, 1, false)[output]!;
  const left = axis.x(time.middleOf(0) - time.each / 2);
  const rect = { x: left, y: top, width: traced.output.shape[0]! * time.each * unit, height: below };
  const cellWidth = Math.max(5, time.each * unit);
  const middle = axis.x(time.middleOf(at));
  const { first, last } = tapSteps(time, at);
  const foot = HEAD + tall + 2;
  const funnel = [
    axis.x(first),
    foot,
    middle,
    top,
    Number.NaN,
    Number.NaN,
    axis.x(last + 1),
    foot,
    middle,
    top,
  ];
  const value = traced.output.data[at * traced.output.shape[1]! + output]!;
  const zero = top + (below * range.high) / (range.high - range.low);
  const dot = Math.min(
    top + below,
    Math.max(top, top + below - ((value - range.low) / (range.high - range.low)) * below),
  );
  marks.push(
    { type: 'path', points: funnel, stroke: 'accent', strokeWidth: 1, opacity: 0.45 },
    caption(Math.max(0, rect.x), top - 4, timelineText.channel(layer, output), { size: 10 }),
    { type: 'rect', x: middle - cellWidth / 2, y: top, width: cellWidth, height: below, fill: 'accent-soft' },
    ...line(traced.output, layer, output, rect, range),
    { type: 'path', points: [middle, zero, middle, dot], stroke: 'accent', strokeWidth: 2 },
    { type: 'rect', x: middle - 3, y: dot - 3, width: 6, height: 6, radius: 3, fill: 'accent' },
  );
  return { width, height: top + below, marks };
}
