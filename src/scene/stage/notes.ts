import { sliceText } from '../../text/layers/slices.ts';
import { stageText } from '../../text/layers/stage.ts';
import { formatCount } from '../format.ts';
import type { Mark } from '../marks.ts';
import type { StageBand, StageLayout } from './bands.ts';

function noteMarks(band: StageBand): Mark[] {
  const { hidden, slices, units, view, slice } = band;
  const sliced = view?.sliced ?? [];
  const lines = [
    ...sliced.map((axis) => sliceText.shown(formatCount(slice[axis] ?? 0), formatCount(view!.shape[axis]!))),
    ...(hidden > 0 ? [stageText.more(formatCount(hidden))] : []),
    ...(slices ? [stageText.slices(slices.shown, formatCount(slices.of))] : []),
  ];
  const rects = units ? [units.rect] : [...band.maps, ...band.kernels].map((slot) => slot.rect);
  if (band.role === 'strip' || lines.length === 0 || rects.length === 0) return [];
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
  return lines.map((text, at) => {
    return { type: 'text', x: band.rect.x, y: bottom + 14 + at * 13, text, size: 10.5, ink: 'muted' };
  });
}

/** Below each band: how many maps or classes found no room, and how much of the kernels is drawn. */
export function stageNotes(layout: StageLayout): Mark[] {
  return layout.bands.flatMap(noteMarks);
}
