import { CIVIDIS, PU_OR } from './color-ramps.ts';

/**
 * How numbers become colours. `diverging` is PuOr centred at zero over `[-limit, limit]`; `sequential` is
 * cividis over `[min, max]`; `gray` is ink on paper over `[min, max]` (pictures); `light` is black to white over
 * `[min, max]`, as light adds up (the channels of a colour picture). One scale a layer.
 */
export type ScaleSpec =
  | { readonly type: 'diverging'; readonly limit: number }
  | { readonly type: 'sequential'; readonly min: number; readonly max: number }
  | { readonly type: 'gray'; readonly min: number; readonly max: number }
  | { readonly type: 'light'; readonly min: number; readonly max: number };

/** Entries of a colour table. The diverging scale uses the first 255, so that zero has an entry of its own. */
const ENTRIES = 256;
const CENTRE = 127;

/** Packs opaque red, green and blue (0 to 255) as the bytes of `ImageData` read as a little-endian Uint32. */
export function pack(red: number, green: number, blue: number): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** A table of `rrggbb` texts. */
function tableOf(text: string): Uint32Array {
  return Uint32Array.from({ length: ENTRIES }, (_, entry) => {
    const part = (at: number) => Number.parseInt(text.slice(6 * entry + 2 * at, 6 * entry + 2 * at + 2), 16);
    return pack(part(0), part(1), part(2));
  });
}

/** Evenly from one colour to another, `[red, green, blue]`. */
function between(from: readonly number[], to: readonly number[]): Uint32Array {
  return Uint32Array.from({ length: ENTRIES }, (_, entry) => {
    const part = (at: number) => Math.round(from[at]! + ((to[at]! - from[at]!) * entry) / (ENTRIES - 1));
    return pack(part(0), part(1), part(2));
  });
}

const BLACK = [0, 0, 0];
const WHITE = [255, 255, 255];
const INK = [0x16, 0x18, 0x1d];

/** Packed colours by entry, for painters that write pixels: `table[entryOf(scale, value)]`. */
export const colorTables: Readonly<Record<ScaleSpec['type'], Uint32Array>> = {
  diverging: tableOf(PU_OR),
  sequential: tableOf(CIVIDIS),
  gray: between(WHITE, INK),
  light: between(BLACK, WHITE),
};

/** `entry = clamp(round(value * gain + shift), 0, 255)`: the affine form of a scale, for loops over pixels. */
export function entryMap(scale: ScaleSpec): { readonly gain: number; readonly shift: number } {
  if (scale.type === 'diverging') return { gain: scale.limit > 0 ? CENTRE / scale.limit : 0, shift: CENTRE };
  const range = scale.max - scale.min;
  if (!(range > 0)) return { gain: 0, shift: 0 };
  const gain = (ENTRIES - 1) / range;
  return { gain, shift: -scale.min * gain };
}

/** Entry of the scale's colour table for a value; values outside the scale take its ends, NaN its first entry. */
export function entryOf(scale: ScaleSpec, value: number): number {
  const { gain, shift } = entryMap(scale);
  const last = scale.type === 'diverging' ? 2 * CENTRE : ENTRIES - 1;
  return Math.max(0, Math.min(last, Math.round(value * gain + shift))) || 0;
}

/** Packed colour (bytes red, green, blue, alpha, little-endian) of a value. */
export function colorOf(scale: ScaleSpec, value: number): number {
  return colorTables[scale.type][entryOf(scale, value)]!;
}

/** `#rrggbb` of a packed colour. */
export function hexOf(packed: number): string {
  const swapped = ((packed & 255) << 16) | (packed & 0xff00) | ((packed >>> 16) & 255);
  return `#${swapped.toString(16).padStart(6, '0')}`;
}

/** Relative luminance, 0 to 1 (WCAG 2.2), of a packed colour. */
export function luminanceOf(packed: number): number {
  const linear = [packed & 255, (packed >>> 8) & 255, (packed >>> 16) & 255].map((byte) => {
    const channel = byte / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
}

/** Contrast ratio, 1 to 21 (WCAG 2.2), of two luminances. */
export function contrastOf(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Black or white, whichever reads better on the colour: at least 4.5 to 1, since one of the two always is. */
function inkOn(packed: number): string {
  const luminance = luminanceOf(packed);
  return contrastOf(luminance, 0) >= contrastOf(luminance, 1) ? '#000000' : '#ffffff';
}

const inkTables = {
  diverging: Array.from(colorTables.diverging, inkOn),
  sequential: Array.from(colorTables.sequential, inkOn),
  gray: Array.from(colorTables.gray, inkOn),
  light: Array.from(colorTables.light, inkOn),
};

/** CSS colour for a number written on a cell of this value: contrast at least 4.5. */
export function readableInk(scale: ScaleSpec, value: number): string {
  return inkTables[scale.type][entryOf(scale, value)]!;
}
