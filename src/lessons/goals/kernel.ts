import { FIXED_PRESETS, type FixedPreset, presetFits, presetSlice } from '../../model/kernels/presets.ts';
import type { NamedWeight } from '../../model/trace.ts';
import type { Begin, GoalNamed } from './check.ts';

/** What 32-bit floats lose of a number. */
const NEAR = 1e-5;

/** Whether a slice of a kernel `[row, col, in, out]` is a preset's, as it is or divided by the channels. */
function holds({ shape, data }: NamedWeight, name: FixedPreset): boolean {
  const [rows, cols, channels, filters] = shape as [number, number, number, number];
  if (shape.length !== 4 || !presetFits(name, rows, cols)) return false;
  const wanted = presetSlice(name, rows, cols);
  const slices = channels * filters;
  return Array.from({ length: slices }, (_, slice) => slice).some((slice) =>
    [1, channels].some((share) =>
      wanted.every((value, at) => Math.abs(data[at * slices + slice]! - value / share) < NEAR),
    ),
  );
}

/** Presets that are drawn at random look like nothing: of these one knows only that the kernel has become another. */
export const kernel: Begin<GoalNamed<'kernel'>> = ({ layer, name }, { trace }) => {
  const kernelOf = () => trace.getState().weights.get(layer)?.[0];
  const before = kernelOf();
  const names = FIXED_PRESETS.filter((preset) => name === undefined || preset === name);
  return () => {
    const now = kernelOf();
    return { met: now !== undefined && now !== before && names.some((preset) => holds(now, preset)) };
  };
};
