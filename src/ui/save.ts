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

/** A picture as a PNG. */
export async function pictureBlob(picture: Picture, theme: Theme): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const painter = createCanvasPainter(canvas);
  painter.update(picture, { theme, pixelRatio: SHARPNESS });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  painter.destroy();
  if (!blob) throw new Error('the browser makes no PNG');
  return blob;
}

/** Hands the reader a picture as a file; `title` is what it shows, for those who do not see it. */
export async function savePicture(
  name: string,
  picture: Picture,
  kind: 'svg' | 'png',
  theme: Theme,
  title?: string,
): Promise<void> {
  if (kind === 'svg') saveText(name, toSvg(picture, theme, title), 'image/svg+xml');
  else saveBlob(name, await pictureBlob(picture, theme));
}
