import type { ImageMark, Mark, Target } from '../marks.ts';
import { cellName } from './formula.ts';
import type { FormulaPart, LayerScene, LensContext, LensPicture } from './request.ts';

/** A lens's context in the form that a picture was made for, and what its targets are in the layer's own. */
export interface Adapted {
  readonly context: LensContext;
  back(target: Target): Target;
}

/** The index of an image's first cell and the axes that run down and across it, by the layer's own axes. */
function placeBack(
  cells: NonNullable<ImageMark['cells']>,
  back: Adapted['back'],
): NonNullable<ImageMark['cells']> {
  const { layer, place, moments } = cells;
  if (moments) {
    const own = moments.told ? [0, 0] : [0];
    const target = back({ type: 'cell', layer, index: [...moments.before, ...own] });
    const before = target.type === 'cell' ? target.index.slice(0, -own.length) : moments.before;
    return { layer, moments: { ...moments, before } };
  }
  const { down, across, at } =
    place ??
    (cells.channel === undefined
      ? { down: -1, across: 0, at: [0] }
      : { down: 0, across: 1, at: [0, 0, cells.channel] });
  const indexOf = (index: readonly number[]) => {
    const target = back({ type: 'cell', layer, index });
    return target.type === 'cell' ? target.index : index;
  };
  const first = indexOf(at);
  // The axis that moves when the image's own does.
  const axisOf = (axis: number) => {
    if (axis < 0) return -1;
    const next = indexOf(at.map((position, i) => (i === axis ? position + 1 : position)));
    return next.findIndex((position, i) => position !== first[i]);
  };
  return { layer, place: { down: axisOf(down), across: axisOf(across), at: first } };
}

function markBack(mark: Mark, back: Adapted['back']): Mark {
  const own = mark.target ? { ...mark, target: back(mark.target) } : mark;
  if (own.type === 'signal' && own.cells)
    return { ...own, cells: { ...own.cells, place: placeBack(own.cells, back).place! } };
  if (own.type !== 'image' || !own.cells || own.cells.weight !== undefined) return own;
  return { ...own, cells: placeBack(own.cells, back) };
}

/** A part of the formula with the layer's own target; the left side names the cell by it. */
function partBack(part: FormulaPart, back: Adapted['back']): FormulaPart {
  if (!part.target) return part;
  const target = back(part.target);
  const left = part.tone === 'output' && target.type === 'cell';
  return { ...part, target, ...(left && { text: cellName(target.index) }) };
}

/** The scene's picture of an adapted context; what can be chosen in it is the layer's own again. */
export function adaptedLens(scene: LayerScene, { context, back }: Adapted): LensPicture {
  const { picture, formula, size, params } = scene.lens(context);
  return {
    picture: { ...picture, marks: picture.marks.map((mark) => markBack(mark, back)) },
    formula: formula.map((part) => partBack(part, back)),
    size,
    params,
  };
}

/** Makes the index of a cell of the source or of the layer itself from the adapted one. */
export function cellsBack(
  { layer, source }: LensContext,
  own: (index: readonly number[]) => readonly number[],
  read: (index: readonly number[]) => readonly number[],
): Adapted['back'] {
  return (target) => {
    if (target.type !== 'cell') return target;
    if (target.layer === source.name) return { ...target, index: read(target.index) };
    return target.layer === layer ? { ...target, index: own(target.index) } : target;
  };
}
