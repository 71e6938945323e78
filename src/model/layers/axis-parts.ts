/** What the places along an axis are, in the data's own words. */
export type Meaning = 'step' | 'row' | 'col' | 'depth' | 'channel' | 'feature' | 'unit' | 'position';

/**
 * Something that runs along an axis, or a part of it: `size` places, of which each stands for `each` places of an axis
 * of `of`. Of several meanings where they can't be told apart any more.
 */
export interface AxisPart {
  readonly meanings: readonly Meaning[];
  readonly size: number;
  readonly each: number;
  readonly of: number;
}

/** An axis by what runs along it, the slowest first: none where it is 1 and says nothing, several where it mixes. */
export interface Axis {
  readonly size: number;
  readonly parts: readonly AxisPart[];
}

/** An axis along which one thing runs, from its first to its last. */
export function wholeAxis(meaning: Meaning, size: number): Axis {
  return { size, parts: size === 1 ? [] : [{ meanings: [meaning], size, each: 1, of: size }] };
}

function union(parts: readonly AxisPart[]): readonly Meaning[] {
  return [...new Set(parts.flatMap(({ meanings }) => meanings))];
}

/** An axis of which only is known what all has a part in it. */
export function blurred(size: number, parts: readonly AxisPart[]): Axis {
  const meanings = union(parts);
  return { size, parts: size === 1 || meanings.length === 0 ? [] : [{ meanings, size, each: 1, of: size }] };
}

/** Neighbours that are parts of one axis together again. */
function joined(parts: readonly AxisPart[]): readonly AxisPart[] {
  const done: AxisPart[] = [];
  for (const part of parts) {
    const before = done.at(-1);
    const same = before && before.of === part.of && String(before.meanings) === String(part.meanings);
    if (!same || before.each !== part.each * part.size) done.push(part);
    else done[done.length - 1] = { ...part, size: before.size * part.size };
  }
  return done;
}

/** The same places, one axis of them. */
export function joinedAxis(axes: readonly Axis[]): Axis {
  const size = axes.reduce((product, axis) => product * axis.size, 1);
  return { size, parts: joined(axes.flatMap(({ parts }) => parts)) };
}

/** Axes of these sizes over the same places in the same row-major order. */
export function reshapedAxes(axes: readonly Axis[], sizes: readonly number[]): Axis[] {
  let rest = axes.flatMap(({ parts }) => parts);
  let lost = false;
  return sizes.map((size) => {
    const taken: AxisPart[] = [];
    let need = size;
    while (need > 1 && !lost) {
      const part = rest[0]!;
      if (need % part.size === 0) {
        taken.push(part);
        rest = rest.slice(1);
        need /= part.size;
      } else if (part.size % need === 0) {
        const left = part.size / need;
        taken.push({ ...part, size: need, each: part.each * left });
        rest = [{ ...part, size: left }, ...rest.slice(1)];
        need = 1;
      } else {
        // From here on no border of the new axes lies on one of the old.
        rest = [...taken, ...rest];
        lost = true;
      }
    }
    return lost ? blurred(size, rest) : { size, parts: joined(taken) };
  });
}

/** An axis over which a window of several places has slid, or of which some were left out or added. */
export function slidAxis(axis: Axis, size: number, kernel: number): Axis {
  const [only] = axis.parts;
  if (axis.parts.length === 0 || (axis.parts.length === 1 && only!.meanings.length === 1)) {
    if (size === axis.size) return axis;
    return { size, parts: only && size > 1 ? [{ ...only, size, each: 1, of: size }] : [] };
  }
  return size === axis.size && kernel === 1 ? axis : blurred(size, axis.parts);
}
