import type { Focus } from '../../model/document.ts';
import { INPUT_NAME, type Network } from '../../model/network.ts';
import type { Trace } from '../../model/trace.ts';
import { windowTaps } from '../../model/window.ts';
import type { Ink, Mark, Picture } from '../marks.ts';
import type { Rect } from '../rect.ts';
import { type Range, type Region, regionAhead, regionBehind, regionInProbe, regionOf } from '../region.ts';
import type { MapSlot, StageBand, StageLayout } from './bands.ts';

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

/** The rectangle that a box of cells covers on a map of `shape`. */
function boxOnMap(slot: MapSlot, region: Region, shape: readonly number[]): Rect {
  const [rows, cols] = region as [Range, Range];
  const height = slot.rect.height / shape[0]!;
  const width = slot.rect.width / shape[1]!;
  return {
    x: slot.rect.x + cols[0] * width,
    y: slot.rect.y + rows[0] * height,
    width: (cols[1] - cols[0] + 1) * width,
    height: (rows[1] - rows[0] + 1) * height,
  };
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

/** The rectangles that a box of cells covers in a band. */
function rectsOf(band: StageBand, region: Region, shape: readonly number[]): Rect[] {
  if (shape.length === 3) {
    const slots = band.maps.filter((slot) => within(region[2]!, slot.channel));
    return slots.map((slot) => boxOnMap(slot, region, shape));
  }
  const [first, last] = region[0]!;
  if (!band.units) return [];
  if (last > first) return [band.units.rect];
  const rect = unitRect(band, first);
  return rect ? [rect] : [];
}

/** The cells that a dilated window really reads, one by one; nothing where they lie side by side. */
function dilatedTaps(band: StageBand, network: Network, focus: Focus, shape: readonly number[]): Rect[] {
  const layer = network.byName.get(focus.layer)!;
  const windows = layer.definition.windows?.(layer.config, layer.inputShapes);
  if (!windows?.some((window) => window.dilation > 1)) return [];
  const taps = windowTaps(windows, focus.index).filter((tap) => tap.inside);
  return band.maps.flatMap((slot) => taps.map((tap) => boxOnMap(slot, regionOf(tap.cell), shape)));
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
  const cell = own && rectsOf(own, regionOf(focus.index), shape)[0];
  const behind = layer && regionBehind(layer, regionOf(focus.index));
  const row = layout.direction === 'row';
  for (const name of layer?.inputs ?? []) {
    const band = bands.get(name);
    if (!band || !behind) continue;
    const rects = rectsOf(band, behind, shapeOf(network, name));
    const slots = band.units
      ? rects
      : band.maps.filter((slot) => within(behind[2]!, slot.channel)).map((slot) => slot.rect);
    const target = own?.maps.find((slot) => slot.channel === focus.index.at(-1))?.rect ?? cell;
    if (own && target && row && !layout.lens) marks.push(edges(band, own, slots, target));
    for (const rect of dilatedTaps(band, network, focus, shapeOf(network, name))) {
      marks.push({ type: 'rect', ...rect, stroke: 'accent', strokeWidth: 1 });
    }
    for (const rect of rects) marks.push(...outline(rect, LIT));
  }
  const probe = bands.get(INPUT_NAME);
  if (layer && probe && !layer.inputs.includes(INPUT_NAME)) {
    const field = regionInProbe(network, focus.layer, focus.index);
    if (field)
      for (const rect of rectsOf(probe, field, network.inputShape)) marks.push(...outline(rect, FIELD));
  }
  for (const next of network.layers.filter((candidate) => candidate.inputs.includes(focus.layer))) {
    const band = bands.get(next.name);
    const fed = regionAhead(next, focus.index);
    if (!band || !fed || band.role === 'strip') continue;
    for (const rect of rectsOf(band, fed, next.outputShape)) marks.push(...outline(rect, FED));
  }
  if (own) {
    const channel = focus.index.at(-1);
    const kernels = own.kernels.filter((slot) => slot.channel === channel).map((slot) => slot.rect);
    for (const rect of kernels) marks.push({ type: 'rect', ...rect, stroke: 'accent', strokeWidth: 1.5 });
    if (cell) marks.push(...outline(cell, LIT));
  }
  return { width, height, marks };
}
