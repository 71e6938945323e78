import type { ImageMark, Mark, Picture } from '../scene/marks.ts';
import { paintCell } from './canvas-cell.ts';
import { type Colors, type Context, paintPath, paintRect, paintSignal, type Snap } from './canvas-shapes.ts';
import { forgetFont, paintText } from './canvas-text.ts';
import { createSheet, freeSheet, type Placed, type Sheet, writeSheet } from './sheet.ts';
import { type Theme, themes } from './theme.ts';

interface PaintOptions {
  readonly theme: Theme;
  /** Device pixels a CSS pixel. */
  readonly pixelRatio: number;
}

export interface CanvasPainter {
  /** Shows the picture; sizes the canvas to it. */
  update(picture: Picture, options: PaintOptions): void;
  /** Frees every pixel. */
  destroy(): void;
}

/** What every browser's canvas can hold: sides, and pixels in all. */
const LARGEST_SIDE = 16_384;
const LARGEST_AREA = 2 ** 24;

/** Device pixels a CSS pixel: fewer than the screen has where the picture is too large for a canvas. */
export function paintRatio({ width, height }: Picture, pixelRatio: number): number {
  const wished = pixelRatio > 0 ? pixelRatio : 1;
  const sides = LARGEST_SIDE / Math.max(1, width, height);
  return Math.min(wished, sides, Math.sqrt(LARGEST_AREA / Math.max(1, width * height)));
}

interface Brush {
  readonly context: Context;
  readonly sheet: Sheet | undefined;
  readonly places: ReadonlyMap<ImageMark, Placed>;
  readonly colors: Colors;
  readonly snap: Snap;
  readonly ratio: number;
}

function paintImage({ context, sheet, places, snap, ratio }: Brush, mark: ImageMark): void {
  const place = places.get(mark);
  if (!place || !sheet) return;
  const left = snap(mark.x);
  const top = snap(mark.y);
  const width = Math.max(snap(mark.x + mark.width) - left, 1 / ratio);
  const height = Math.max(snap(mark.y + mark.height) - top, 1 / ratio);
  context.drawImage(sheet.canvas, place.x, place.y, place.cols, place.rows, left, top, width, height);
}

function paintMark(brush: Brush, mark: Mark): void {
  const { context, colors, snap, ratio } = brush;
  if ('opacity' in mark && mark.opacity !== undefined) context.globalAlpha = mark.opacity;
  switch (mark.type) {
    case 'image':
      paintImage(brush, mark);
      break;
    case 'signal':
      paintSignal(context, mark, colors);
      break;
    case 'cell':
      paintCell(context, mark, colors, snap);
      break;
    case 'rect':
      paintRect(context, mark, colors, snap, ratio);
      break;
    case 'path':
      paintPath(context, mark, colors);
      break;
    case 'text':
      paintText(context, mark, colors);
      break;
  }
  context.globalAlpha = 1;
}

/** A painter of pictures on a canvas element. */
export function createCanvasPainter(canvas: HTMLCanvasElement): CanvasPainter {
  const context = canvas.getContext('2d');
  let sheet: Sheet | undefined;

  return {
    update(picture, { theme, pixelRatio }) {
      if (!context) return;
      const ratio = paintRatio(picture, pixelRatio);
      const width = Math.max(1, Math.round(picture.width * ratio));
      const height = Math.max(1, Math.round(picture.height * ratio));
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        forgetFont(context);
      }
      // Its size on the page in whole device pixels, whatever their ratio.
      canvas.style.width = `${width / ratio}px`;
      canvas.style.height = `${height / ratio}px`;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, picture.width + 1, picture.height + 1);
      context.imageSmoothingEnabled = false;
      const images = picture.marks.filter((mark) => mark.type === 'image');
      if (images.length > 0) sheet ??= createSheet();
      const places = sheet ? writeSheet(sheet, images, ratio) : new Map<ImageMark, Placed>();
      const snap: Snap = (value) => Math.round(value * ratio) / ratio;
      const brush: Brush = { context, sheet, places, colors: themes[theme], snap, ratio };
      for (const mark of picture.marks) paintMark(brush, mark);
    },
    destroy() {
      canvas.width = 0;
      canvas.height = 0;
      if (sheet) freeSheet(sheet);
      sheet = undefined;
    },
  };
}
