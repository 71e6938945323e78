import type { ScaleSpec } from '../../base/color.ts';
import type { Tensor } from '../../base/tensor.ts';
import { INPUT_NAME, type Network } from '../../model/network.ts';
import type { Trace, Weights } from '../../model/trace.ts';
import { barMarks } from '../charts/bars.ts';
import { numberMarks } from '../charts/number-scale.ts';
import type { OutputKnown } from '../charts/output.ts';
import { outputForm } from '../charts/output-form.ts';
import { THRESHOLD, yesNoMarks } from '../charts/yes-no.ts';
import { formatCell } from '../format.ts';
import { cellTarget } from '../hit.ts';
import { layerScale, signedScale } from '../layer-scale.ts';
import type { ImageMark, Mark, Picture } from '../marks.ts';
import type { Rect } from '../rect.ts';
import { signalName } from '../signal-name.ts';
import { signalRanges } from '../signal-range.ts';
import { imageOf, isSignalView, type ShapeView } from '../view-of-shape.ts';
import { wordMarks } from '../words.ts';
import { isMapKernel, type StageBand, type StageLayout, type UnitGrid } from './bands.ts';
import { stageEdges } from './edges.ts';
import { stageNotes } from './notes.ts';
import { wordColumn } from './sequence-body.ts';

export interface StagePictureOptions {
  /** What the channels of the input are called, where they have names. */
  readonly channels?: readonly string[] | undefined;
  /** What is known of the right answer at an output. */
  readonly known?: ((output: string) => OutputKnown) | undefined;
}

/** Side from which on a cell's number can be read, and most cells of one picture that get numbers. */
const READABLE = 22;
const MOST_NUMBERS = 144;

/** An image, or its cells with their numbers where there is room to read them. */
function readable(mark: ImageMark): Mark[] {
  const { x, y, width, height, rows, cols, values, offset, rowStride, colStride, scale, cells } = mark;
  const size = width / cols;
  const square = Math.abs(height / rows - size) < 0.5;
  if (size < READABLE || rows * cols > MOST_NUMBERS || !square || !cells) return [mark];
  const marks: Mark[] = [
    { type: 'rect', x: x - 1, y: y - 1, width: width + 1, height: size * rows + 1, fill: 'line' },
  ];
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const value = values[offset + row * rowStride + col * colStride]!;
      const left = x + col * size;
      const top = y + row * size;
      const target = cellTarget(mark, left + size / 2, top + size / 2);
      const label = formatCell(value, size);
      marks.push({
        type: 'cell',
        x: left,
        y: top,
        size: size - 1,
        value,
        label,
        scale,
        ...(target && { target }),
      });
    }
  }
  return marks;
}

function outputOf(trace: Trace, name: string) {
  return name === INPUT_NAME ? trace.input : trace.layers.get(name)?.output;
}

/** A sequence's channels as lines over time, each on its own zero. */
function signalMarks(
  { name, maps }: StageBand,
  view: ShapeView,
  output: Tensor,
  names: readonly string[] | undefined,
): Mark[] {
  const ranges = signalRanges(output, view.down, name === INPUT_NAME);
  const zeros: number[] = [];
  const lines = maps.flatMap(({ rect, channel }): Mark[] => {
    const range = ranges[channel];
    if (!range) return [];
    const { offset, cols, colStride, place } = imageOf(view, channel, []);
    // Lines don't touch.
    const room = { ...rect, y: rect.y + 1, height: Math.max(1, rect.height - 2) };
    if (range.low <= 0 && range.high >= 0) {
      const zero = room.y + (room.height * range.high) / (range.high - range.low);
      zeros.push(rect.x, zero, rect.x + rect.width, zero, Number.NaN, Number.NaN);
    }
    const line = { offset, count: cols, stride: colStride, values: output.data, ...range };
    const cells = { layer: name, place };
    const called = name === INPUT_NAME ? names?.[channel] : undefined;
    return [
      { type: 'signal', ...room, ...line, ink: 'ink', strokeWidth: 1, filled: range.low <= 0, cells },
      ...(called === undefined ? [] : signalName(called, room)),
    ];
  });
  return [{ type: 'path', points: zeros, stroke: 'line', strokeWidth: 1 }, ...lines];
}

/** What the steps of a text say, beside them. */
function besideMarks({ words, maps, name, view }: StageBand): Mark[] {
  const rect = maps[0]?.rect;
  if (!words || !view || !rect) return [];
  const steps = view.shape[view.down]!;
  const width = wordColumn(words, rect.height / steps, Number.POSITIVE_INFINITY);
  const place = { ...rect, x: rect.x - width, width };
  return wordMarks(words, place, steps, (step) => ({ type: 'cell', layer: name, index: [step, 0] }));
}

function mapMarks(
  band: StageBand,
  trace: Trace,
  scale: ScaleSpec,
  channels: readonly string[] | undefined,
): Mark[] {
  const output = outputOf(trace, band.name);
  const { view, slice } = band;
  if (!view || output?.shape.length !== view.shape.length) return [];
  if (isSignalView(view)) return signalMarks(band, view, output, channels);
  return band.maps.flatMap(({ rect, channel }) => {
    const { place, ...image } = imageOf(view, channel, slice);
    return readable({
      type: 'image',
      ...rect,
      ...image,
      values: output.data,
      scale,
      cells: { layer: band.name, place },
    });
  });
}

function kernelMarks(band: StageBand, weights: Weights): Mark[] {
  if (band.kernels.length === 0) return [];
  const kernel = weights.get(band.name)?.find((weight) => isMapKernel(weight, weight.shape.at(-1)!));
  if (!kernel) return [];
  const [rows, cols, inputs, outputs] = kernel.shape as [number, number, number, number];
  const scale = signedScale(kernel.data);
  return band.kernels.flatMap(({ rect, channel, input }) =>
    readable({
      type: 'image',
      ...rect,
      values: kernel.data,
      offset: input * outputs + channel,
      rows,
      cols,
      rowStride: cols * inputs * outputs,
      colStride: inputs * outputs,
      scale,
      cells: { layer: band.name, weight: kernel.name, rest: [input, channel] },
    }),
  );
}

function lineRect({ rect, along }: UnitGrid, line: number, lines: number, share: number): Rect {
  const thick = (along === 'y' ? rect.width : rect.height) / lines;
  return along === 'y'
    ? { x: rect.x + line * thick, y: rect.y, width: thick - (lines > 1 ? 1 : 0), height: rect.height * share }
    : { x: rect.x, y: rect.y + line * thick, width: rect.width * share, height: thick - (lines > 1 ? 1 : 0) };
}

/** Units of a flat output: one image a line. */
function unitMarks(band: StageBand, units: UnitGrid, trace: Trace, scale: ScaleSpec): Mark[] {
  const output = outputOf(trace, band.name);
  if (!output) return [];
  const lines = Math.ceil(units.count / units.perLine);
  return Array.from({ length: lines }, (_, line) => {
    const offset = line * units.perLine;
    const length = Math.min(units.perLine, units.count - offset);
    return {
      type: 'image',
      ...lineRect(units, line, lines, length / units.perLine),
      values: output.data,
      offset,
      rows: units.along === 'y' ? length : 1,
      cols: units.along === 'y' ? 1 : length,
      rowStride: 1,
      colStride: 1,
      scale,
      cells: { layer: band.name },
    };
  });
}

/** A prediction's classes as bars; a single number as the probability or the decimal number that it is. */
function predictionMarks(
  network: Network,
  name: string,
  values: Float32Array,
  rect: Rect,
  names: readonly string[] | undefined,
  { known }: StagePictureOptions,
): Mark[] {
  const form = outputForm(network, name);
  const target = { type: 'cell', layer: name, index: [0] } as const;
  const { labels, targets, own = 0, baseline, unit } = known?.(name) ?? {};
  const truth = targets?.[own];
  const single = { value: values[0]!, rect, truth, target };
  if (form === 'yes-no') return yesNoMarks({ ...single, labels });
  if (form === 'number') return numberMarks({ ...single, baseline, unit });
  const threshold = form === 'shares' ? THRESHOLD : undefined;
  return barMarks({ values, layer: name, rect, threshold, labels: names, truth });
}

function bandMarks(
  band: StageBand,
  network: Network,
  trace: Trace,
  weights: Weights,
  options: StagePictureOptions,
): Mark[] {
  const scale = layerScale(trace, band.name);
  const marks = [...mapMarks(band, trace, scale, options.channels), ...kernelMarks(band, weights)];
  if (band.role !== 'strip') marks.push(...besideMarks(band));
  if (band.chosen) {
    marks.push({ type: 'rect', ...band.chosen, stroke: 'accent', strokeWidth: 1, dash: [3, 3] });
  }
  if (band.units) {
    const output = outputOf(trace, band.name);
    if (band.form === 'words' && band.role !== 'strip' && band.words) {
      const wordOf = (step: number) => ({ type: 'cell', layer: band.name, index: [step] }) as const;
      marks.push(...wordMarks(band.words, band.units.rect, band.units.count, wordOf));
    } else if (band.form === 'bars' && band.role !== 'strip' && output) {
      marks.push(...predictionMarks(network, band.name, output.data, band.units.rect, band.labels, options));
    } else marks.push(...unitMarks(band, band.units, trace, scale));
  }
  return marks;
}

/** The whole network at rest: every map, kernel, unit and the prediction. Width and height are the layout's. */
export function stagePicture(
  layout: StageLayout,
  network: Network,
  trace: Trace,
  weights: Weights,
  options: StagePictureOptions = {},
): Picture {
  const marks: Mark[] = [...stageEdges(layout, network), ...stageNotes(layout)];
  for (const band of layout.bands) marks.push(...bandMarks(band, network, trace, weights, options));
  return { width: layout.width, height: layout.height, marks };
}
