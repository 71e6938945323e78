import { meaningOf } from '../../model/axis-meaning.ts';
import type { Axis, AxisPart } from '../../model/layers/axis-parts.ts';
import { axesText } from '../../text/layers/axes.ts';
import { formatCount } from '../format.ts';

const isWhole = ({ each, size, of }: AxisPart) => each === 1 && size === of;

function partWords(part: AxisPart): string {
  const [meaning] = part.meanings as [string];
  return axesText.counted(meaning, formatCount(part.size));
}

/** What an axis means: `step`, `step, 2 at a time`, `mixed: 2 steps × 5 features`. */
export function axisWords(axis: Axis): string {
  const { parts } = axis;
  const [only] = parts;
  if (!only) return axesText.single;
  const lost = parts.find(({ meanings }) => meanings.length > 1);
  if (lost) return axesText.lost([...new Set(parts.flatMap(({ meanings }) => meanings))]);
  if (parts.length > 1) {
    const words = parts.map(partWords);
    return meaningOf(axis) === 'mixed' ? axesText.mixed(words) : words.join(' × ');
  }
  const [meaning] = only.meanings as [string];
  if (isWhole(only)) return axesText.whole(meaning);
  return only.each > 1
    ? axesText.part(meaning, formatCount(only.each))
    : axesText.within(meaning, formatCount(only.size));
}

/** A cell in words, where every axis has one meaning that is whole: `step 3, feature 2`; else empty. */
export function cellWords(axes: readonly Axis[], index: readonly number[]): string {
  const known = axes.every(
    ({ parts }) =>
      parts.length === 0 || (parts.length === 1 && parts[0]!.meanings.length === 1 && isWhole(parts[0]!)),
  );
  if (!known || axes.length !== index.length) return '';
  return axes
    .flatMap(({ parts }, axis) =>
      parts.map(({ meanings }) => axesText.place(meanings[0]!, formatCount(index[axis]!))),
    )
    .join(', ');
}
