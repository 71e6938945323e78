import { windowStart } from '../../model/window.ts';
import { conv2dText } from '../../text/layers/conv2d.ts';
import { spokenLayer } from '../../text/names.ts';
import type { ConvTerms } from './conv-channels.ts';
import { readsColor } from './conv-tile.ts';
import type { LensContext } from './request.ts';
import { numeral, windowPlace } from './window-place.ts';

/** Where the window lies, and with stride or padding how its first cell follows from the output cell. */
export function placeLines(
  { index, source }: LensContext,
  { windows: planes, depth: along, channels }: ConvTerms,
  shown: number,
): string[] {
  const windows = along ? [along, ...planes] : planes;
  const all = shown === channels.length;
  const depth =
    along && all
      ? conv2dText.slices(along.kernel, channels.length / along.kernel)
      : channels.length === 1
        ? ''
        : all
          ? readsColor(source)
            ? conv2dText.colorsAll
            : conv2dText.channels(shown - 1)
          : conv2dText.strongest(shown, channels.length);
  const lines = [windowPlace(windows, index, spokenLayer(source.name)) + depth];
  if (windows.some((window) => window.stride > 1 || window.before > 0)) {
    const parts = windows.map((window, axis) => {
      const first = numeral(windowStart(window, index[axis]!));
      const name = (['slice', 'row', 'column'] as const).slice(-windows.length)[axis]!;
      return conv2dText.start(name, index[axis]!, window.stride, window.before, first);
    });
    lines.push(parts.join(', '));
  }
  const dilation = Math.max(...windows.map((window) => window.dilation));
  if (dilation > 1) lines.push(conv2dText.dilated(dilation));
  return lines;
}
