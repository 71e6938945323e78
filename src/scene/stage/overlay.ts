import { channelAxisIn } from '../../model/channel-axis.ts';
import type { Focus } from '../../model/document.ts';
import { INPUT_NAME, type Network, type NetworkLayer } from '../../model/network.ts';
import { partOf } from '../../model/part-names.ts';
import type { Trace } from '../../model/trace.ts';
import { windowTaps } from '../../model/window.ts';
import type { Ink, Mark, Picture } from '../marks.ts';
import type { Rect } from '../rect.ts';
import { type Range, type Region, regionAhead, regionBehind, regionInProbe, regionOf } from '../region.ts';
import { isSignalView, type ShapeView } from '../view-of-shape.ts';
import type { MapSlot, StageBand, StageLayout } from './bands.ts';
import { skipMark } from './skips.ts';

interface Style {
  readonly stroke: Ink;
  readonly width: number;
  readonly dash?: readonly number[];
}

const LIT: Style = { stroke: 'accent', width: 2 };
const FIELD: Style = { stroke: 'accent', width: 1.5, dash: [4, 3] };
const FED: Style = { stroke: 'second', width: 1.5, dash: [2, 2] };
/** A single cell of a large map would be too small to see; its outline is at least this wide. */
const SMALLEST_OUTLINE = 6;

function outline(rect: Rect, { stroke, width, dash }: Style): Mark[] {
  const growX = Math.max(0, (SMALLEST_OUTLINE - rect.width) / 2);
  const growY = Math.max(0, (SMALLEST_OUTLINE - rect.height) / 2);
  const x = rect.x - growX - width / 2;
  const y = rect.y - growY - width / 2;
  const box = {
    type: 'rect',
    x,
    y,
    width: rect.width + 2 * growX + width,
    height: rect.height + 2 * growY + width,
  } as const;
  // A halo of the surface keeps the outline visible on cells of its own colour.
  const halo: Mark = { ...box, stroke: 'surface', strokeWidth: width + 2, opacity: 0.8 };
  return [halo, { ...box, stroke, strokeWidth: width, ...(dash && { dash }) }];
}

function within([first, last]: Range, channel: number): boolean {
  return channel >= first && channel <= last;
}

/** The rectangle that a box of cells covers on a map. */
function boxOnMap(slot: MapSlot, region: Region, view: ShapeView): Rect {
  const { shape, down, across } = view;
  const line = isSignalView(view);
  const [rows, cols] = [line ? ([0, 0] as const) : region[down]!, region[across]!];
  const height = slot.rect.height / (line ? 1 : shape[down]!);
  const width = slot.rect.width / shape[across]!;
  return {
    x: slot.rect.x + cols[0] * width,
    y: slot.rect.y + rows[0] * height,
    width: (cols[1] - cols[0] + 1) * width,
    height: (rows[1] - rows[0] + 1) * height,
  };
}

/** Whether a map shows any of a box: its channel, at the places where it is sliced. */
function shows({ slice }: StageBand, { maps, sliced }: ShapeView, slot: MapSlot, region: Region): boolean {
  if (maps !== undefined && !within(region[maps]!, slot.channel)) return false;
  return sliced.every((axis) => within(region[axis]!, slice[axis] ?? 0));
}

/** Where a unit of a flat output stands. */
function unitRect(band: StageBand, unit: number): Rect | undefined {
  const units = band.units;
  if (!units || unit >= units.count) return undefined;
  const { rect, along, perLine, count } = units;
  const line = Math.floor(unit / perLine);
  const step = unit % perLine;
  const lines = Math.ceil(count / perLine);
  const width = along === 'y' ? rect.width / lines : rect.width / perLine;
  const height = along === 'y' ? rect.height / perLine : rect.height / lines;
  return {
    x: rect.x + (along === 'y' ? line : step) * width,
    y: rect.y + (along === 'y' ? step : line) * height,
    width,
    height,
  };
}

/** Lines that lie on one another have one outline. */
function joined(boxes: readonly Rect[]): Rect[] {
  const [first] = boxes;
  if (!first) return [];
  const end = Math.max(...boxes.map((box) => box.y + box.height));
  const top = Math.min(...boxes.map((box) => box.y));
  return [{ ...first, y: top, height: end - top }];
}

/** The rectangles that a box of cells covers in a band. */
function rectsOf(band: StageBand, region: Region): Rect[] {
  const { view } = band;
  if (view) {
    if (region.length !== view.shape.length) return [];
    const boxes = band.maps
      .filter((slot) => shows(band, view, slot, region))
      .map((slot) => boxOnMap(slot, region, view));
    return isSignalView(view) ? joined(boxes) : boxes;
  }
  const [first, last] = region[0]!;
  if (!band.units || region.length !== 1) return [];
  if (last > first) return [unitsRect(band, first, last) ?? band.units.rect];
  const rect = unitRect(band, first);
  return rect ? [rect] : [];
}

/** Some of the units, where they stand in one line. */
function unitsRect(band: StageBand, first: number, last: number): Rect | undefined {
  const { perLine, count } = band.units!;
  if (count > perLine) return undefined;
  const from = unitRect(band, first);
  const to = unitRect(band, last);
  if (!from || !to) return undefined;
  return {
    x: from.x,
    y: from.y,
    width: to.x + to.width - from.x,
    height: to.y + to.height - from.y,
  };
}

/** The cells that a dilated window really reads, one by one; nothing where they lie side by side. */
function dilatedTaps(band: StageBand, layer: NetworkLayer, focus: Focus): Rect[] {
  const windows = layer.definition.windows?.(layer.config, layer.inputShapes);
  const { view } = band;
  if (!view || !windows?.some((window) => window.dilation > 1)) return [];
  const axes = view.shape.length;
  if (windows.length !== axes - 1 || focus.index.length !== axes) return [];
  const channelAxis = channelAxisIn(layer.config, axes);
  const spatial = view.shape.map((_, axis) => axis).filter((axis) => axis !== channelAxis);
  const behind = regionBehind(layer, regionOf(focus.index));
  if (!behind) return [];
  const taps = windowTaps(
    windows,
    spatial.map((axis) => focus.index[axis]!),
  ).filter((tap) => tap.inside);
  return taps.flatMap((tap) => {
    const region = behind.map((range, axis): Range => {
      const at = spatial.indexOf(axis);
      return at < 0 ? range : [tap.cell[at]!, tap.cell[at]!];
    });
    return rectsOf(band, region);
  });
}

/** Lines from a column to the next, from height to height, in the space between them. */
function edges(from: StageBand, to: StageBand, sources: readonly Rect[], target: Rect): Mark {
  const left = Math.max(...contentOf(from).map((rect) => rect.x + rect.width));
  const right = Math.min(...contentOf(to).map((rect) => rect.x));
  const points = sources.flatMap((rect) => [
    left,
    rect.y + rect.height / 2,
    right,
    target.y + target.height / 2,
    Number.NaN,
    Number.NaN,
  ]);
  return { type: 'path', points, curve: 'smooth', stroke: 'accent', strokeWidth: 1.25, opacity: 0.55 };
}

function contentOf(band: StageBand): Rect[] {
  const slots = [...band.maps, ...band.kernels].map((slot) => slot.rect);
  return band.units ? [...slots, band.units.rect] : slots;
}

function shapeOf(network: Network, name: string): readonly number[] {
  return name === INPUT_NAME ? network.inputShape : network.byName.get(name)!.outputShape;
}

/**
 * What lights up for a focused cell: the cell, its window in its input's maps, its kernel, the lines from what
 * feeds it, its receptive field in the probe (dashed), and the cells ahead that it feeds (dotted). Nothing without a focus.
 */
export function stageOverlay(
  layout: StageLayout,
  network: Network,
  _trace: Trace,
  focus: Focus | undefined,
): Picture {
  const { width, height } = layout;
  const empty: Picture = { width, height, marks: [] };
  const layer = focus && network.byName.get(focus.layer);
  if (!focus || (!layer && focus.layer !== INPUT_NAME)) return empty;
  const shape = shapeOf(network, focus.layer);
  if (shape.length !== focus.index.length) return empty;
  const bands = new Map(layout.bands.map((band) => [band.name, band]));
  const own = bands.get(focus.layer);
  const marks: Mark[] = [];
  const cell = own && rectsOf(own, regionOf(focus.index))[0];
  const row = layout.direction === 'row';
  const channel = own?.view?.maps === undefined ? undefined : focus.index[own.view.maps];
  for (const [input, read] of (layer?.inputs ?? []).entries()) {
    const { layer: name, part } = partOf(read);
    const band = bands.get(name);
    // A state stands nowhere on the stage: its layer's whole output stands for it.
    const region = part > 0 ? undefined : regionBehind(layer!, regionOf(focus.index), input);
    if (!band || (!region && part === 0)) continue;
    const rects = region ? rectsOf(band, region) : contentOf(band);
    const { view } = band;
    const slots =
      view && region && !isSignalView(view)
        ? band.maps.filter((slot) => shows(band, view, slot, region)).map((slot) => slot.rect)
        : rects;
    const target = own?.maps.find((slot) => slot.channel === (channel ?? 0))?.rect ?? cell;
    if (own && target && row && !layout.lens && slots.length > 0) {
      const skip = skipMark(layout, network, name, own.name, 'accent');
      marks.push(skip ?? edges(band, own, slots, target));
    }
    if (part > 0) continue;
    for (const rect of input === 0 ? dilatedTaps(band, layer!, focus) : []) {
      marks.push({ type: 'rect', ...rect, stroke: 'accent', strokeWidth: 1 });
    }
    for (const rect of rects) marks.push(...outline(rect, LIT));
  }
  const probe = bands.get(INPUT_NAME);
  if (layer && probe && !layer.inputs.includes(INPUT_NAME)) {
    const field = regionInProbe(network, focus.layer, focus.index);
    if (field) for (const rect of rectsOf(probe, field)) marks.push(...outline(rect, FIELD));
  }
  for (const next of network.layers.filter((candidate) => candidate.inputs.includes(focus.layer))) {
    const band = bands.get(next.name);
    const fed = regionAhead(next, focus.index);
    if (!band || !fed || band.role === 'strip') continue;
    for (const rect of rectsOf(band, fed)) marks.push(...outline(rect, FED));
  }
  if (own) {
    const kernels = own.kernels.filter((slot) => slot.channel === channel).map((slot) => slot.rect);
    for (const rect of kernels) marks.push({ type: 'rect', ...rect, stroke: 'accent', strokeWidth: 1.5 });
    if (cell) marks.push(...outline(cell, LIT));
  }
  return { width, height, marks };
}
