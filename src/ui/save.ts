import { createCanvasPainter } from '../paint/canvas.ts';
import { toSvg } from '../paint/svg.ts';
import type { Theme } from '../paint/theme.ts';
import type { Picture } from '../scene/marks.ts';

/** Device pixels a pixel of a saved PNG has. */
const SHARPNESS = 2;

/** Hands the reader a file. */
export function saveBlob(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download reads the address a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Hands the reader a text as a file. */
export function saveText(name: string, text: string, type: string): void {
  saveBlob(name, new Blob([text], { type }));
}

/** Hands the reader a picture as a file. */
export async function savePicture(
  name: string,
  picture: Picture,
  kind: 'svg' | 'png',
  theme: Theme,
): Promise<void> {
  if (kind === 'svg') return saveText(name, toSvg(picture, theme), 'image/svg+xml');
  const canvas = document.createElement('canvas');
  const painter = createCanvasPainter(canvas);
  painter.update(picture, { theme, pixelRatio: SHARPNESS });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  painter.destroy();
  if (blob) saveBlob(name, blob);
}
