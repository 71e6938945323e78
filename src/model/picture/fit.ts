import { borderOf } from './border.ts';
import { withChannels } from './channels.ts';
import { cut, type Raster } from './raster.ts';
import { resize } from './resize.ts';

export interface FitSettings {
  /** The whole picture with bands beside it, the input filled and the rest cut off, or both sides stretched. */
  readonly how: 'contain' | 'cover' | 'stretch';
  /** Whether light and dark change places; `auto`: where the border is bright, so that the background becomes 0. */
  readonly invert: 'auto' | 'on' | 'off';
  /** Numbers below it become 0, after inverting. */
  readonly threshold: number;
}

interface Fitted {
  readonly picture: Raster;
  readonly inverted: boolean;
}

/** Above it a border counts as bright. */
const BRIGHT = 0.5;

/**
 * A picture of any size as a model's input of `[rows, cols, channels]`, 1 or 3 channels. Bands take the colour of the
 * border.
 */
export function fitTo(
  source: Raster,
  [rows, cols, channels]: readonly [number, number, number],
  { how, invert, threshold }: FitSettings,
): Fitted {
  const scales = [cols / source.width, rows / source.height];
  const scale = how === 'cover' ? Math.max(...scales) : Math.min(...scales);
  const width = how === 'stretch' ? cols : Math.max(1, Math.round(source.width * scale));
  const height = how === 'stretch' ? rows : Math.max(1, Math.round(source.height * scale));
  const scaled = resize(withChannels(source, channels), width, height);
  const border = borderOf(scaled);
  const left = Math.floor((width - cols) / 2);
  const top = Math.floor((height - rows) / 2);
  const placed = cut(scaled, left, top, cols, rows, border);
  const brightness = border.reduce((sum, value) => sum + value, 0) / channels;
  const inverted = invert === 'on' || (invert === 'auto' && brightness > BRIGHT);
  const data = placed.data.map((value) => {
    const shown = Math.max(0, Math.min(1, inverted ? 1 - value : value));
    return shown < threshold ? 0 : shown;
  });
  return { picture: { ...placed, data }, inverted };
}
