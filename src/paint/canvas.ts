import { colorOf, hexOf, readableInk } from '../base/color.ts';
import type { CellMark, ImageMark, Mark, PathMark, Picture, RectMark, TextMark } from '../scene/marks.ts';
import { cellFontSize } from '../scene/text-width.ts';
import { sampledSize, writePixels } from './pixels.ts';
import { FONT_FAMILY, type Theme, themes } from './theme.ts';

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

/** Where an image's pixels stand in the sheet that all images of a picture share. */
interface Placed {
  readonly x: number;
  readonly y: number;
  readonly rows: number;
  readonly cols: number;
}

const SHEET_WIDTH = 1024;

interface Sheet {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
  image: ImageData;
  pixels: Uint32Array;
}

function createSheet(): Sheet | undefined {
  const canvas = new OffscreenCanvas(SHEET_WIDTH, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  const image = new ImageData(SHEET_WIDTH, 1);
  return { canvas, context, image, pixels: new Uint32Array(image.data.buffer) };
}

/** Shelves: images side by side, a new shelf where one does not fit. One upload serves them all. */
function placeImages(
  images: readonly ImageMark[],
  ratio: number,
): { places: Map<ImageMark, Placed>; width: number; height: number } {
  const places = new Map<ImageMark, Placed>();
  let x = 0;
  let y = 0;
  let shelf = 0;
  let width = SHEET_WIDTH;
  for (const mark of images) {
    const { rows, cols } = sampledSize(mark, ratio);
    if (x > 0 && x + cols > SHEET_WIDTH) {
      y += shelf;
      x = 0;
      shelf = 0;
    }
    places.set(mark, { x, y, rows, cols });
    x += cols;
    width = Math.max(width, x);
    shelf = Math.max(shelf, rows);
  }
  return { places, width, height: y + shelf };
}

function writeSheet(sheet: Sheet, images: readonly ImageMark[], ratio: number): Map<ImageMark, Placed> {
  const { places, width, height } = placeImages(images, ratio);
  if (height === 0) return places;
  if (sheet.image.width !== width || sheet.image.height < height || sheet.image.height > 4 * height + 64) {
    sheet.canvas.width = width;
    sheet.canvas.height = height;
    sheet.image = new ImageData(width, height);
    sheet.pixels = new Uint32Array(sheet.image.data.buffer);
  }
  for (const [mark, { x, y, rows, cols }] of places) {
    writePixels(mark, rows, cols, sheet.pixels, y * width + x, width);
  }
  sheet.context.putImageData(sheet.image, 0, 0, 0, 0, width, height);
  return places;
}

type Context = CanvasRenderingContext2D;
type Colors = (typeof themes)[Theme];

/** Moves lengths to whole device pixels, so that hairlines and cells are crisp at any ratio. */
type Snap = (value: number) => number;

function paintRect(context: Context, mark: RectMark, colors: Colors, snap: Snap, ratio: number): void {
  const left = snap(mark.x);
  const top = snap(mark.y);
  const width = Math.max(snap(mark.x + mark.width) - left, mark.fill ? 1 / ratio : 0);
  const height = Math.max(snap(mark.y + mark.height) - top, mark.fill ? 1 / ratio : 0);
  if (mark.fill && mark.fill !== 'none') {
    context.fillStyle = colors[mark.fill];
    if (mark.radius) {
      context.beginPath();
      context.roundRect(left, top, width, height, Math.min(mark.radius, width / 2, height / 2));
      context.fill();
    } else context.fillRect(left, top, width, height);
  }
  if (mark.stroke && mark.stroke !== 'none') {
    const line = Math.max(1 / ratio, snap(mark.strokeWidth ?? 1));
    context.strokeStyle = colors[mark.stroke];
    context.lineWidth = line;
    context.setLineDash((mark.dash as number[] | undefined) ?? []);
    context.beginPath();
    const box = [
      left + line / 2,
      top + line / 2,
      Math.max(0, width - line),
      Math.max(0, height - line),
    ] as const;
    if (mark.radius) context.roundRect(...box, mark.radius);
    else context.rect(...box);
    context.stroke();
  }
}

function paintPath(context: Context, mark: PathMark, colors: Colors): void {
  const { points } = mark;
  context.beginPath();
  let lifted = true;
  for (let at = 0; at + 1 < points.length; at += 2) {
    const x = points[at]!;
    const y = points[at + 1]!;
    if (Number.isNaN(x)) lifted = true;
    else if (lifted) {
      context.moveTo(x, y);
      lifted = false;
    } else if (mark.curve === 'smooth') {
      const fromX = points[at - 2]!;
      const fromY = points[at - 1]!;
      const middle = (fromX + x) / 2;
      context.bezierCurveTo(middle, fromY, middle, y, x, y);
    } else context.lineTo(x, y);
  }
  if (mark.fill && mark.fill !== 'none') {
    context.fillStyle = colors[mark.fill];
    context.fill();
  }
  if (mark.stroke !== 'none' && mark.strokeWidth > 0) {
    context.strokeStyle = colors[mark.stroke];
    context.lineWidth = mark.strokeWidth;
    context.setLineDash((mark.dash as number[] | undefined) ?? []);
    context.lineJoin = 'round';
    context.stroke();
  }
}

const fonts = new WeakMap<Context, string>();

/** Setting a font costs more than writing a number, so it is set only where it changes. */
function setFont(context: Context, weight: number, size: number): void {
  const font = `${weight} ${size}px ${FONT_FAMILY}`;
  if (fonts.get(context) === font) return;
  context.font = font;
  fonts.set(context, font);
}

function paintText(context: Context, mark: TextMark, colors: Colors): void {
  setFont(context, mark.weight ?? 400, mark.size);
  context.textAlign = mark.anchor === 'middle' ? 'center' : (mark.anchor ?? 'start');
  context.fillStyle = colors[mark.ink];
  context.fillText(mark.text, mark.x, mark.y);
}

/** Diagonal hairlines: a cell of padding. */
function paintHatch(context: Context, left: number, top: number, side: number, color: string): void {
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.setLineDash([]);
  context.beginPath();
  for (let along = 5; along < 2 * side; along += 6) {
    const over = Math.max(0, along - side);
    context.moveTo(left + over, top + along - over);
    context.lineTo(left + along - over, top + over);
  }
  context.stroke();
}

function paintCell(context: Context, mark: CellMark, colors: Colors, snap: Snap): void {
  const left = snap(mark.x);
  const top = snap(mark.y);
  const side = snap(mark.x + mark.size) - left;
  const bottom = snap(mark.y + mark.size) - top;
  context.fillStyle = mark.padding ? colors.surface : hexOf(colorOf(mark.scale, mark.value));
  context.fillRect(left, top, side, bottom);
  if (mark.padding) paintHatch(context, left, top, side, colors.line);
  if (mark.label !== undefined) {
    const size = cellFontSize(mark.label, mark.size);
    setFont(context, 400, size);
    context.textAlign = 'center';
    context.fillStyle = mark.padding ? colors.muted : readableInk(mark.scale, mark.value);
    context.fillText(mark.label, left + side / 2, top + bottom / 2 + size * 0.36);
  }
  if (mark.outline && mark.outline !== 'none') {
    context.strokeStyle = colors[mark.outline];
    context.lineWidth = 2;
    context.setLineDash([]);
    context.strokeRect(left + 1, top + 1, side - 2, bottom - 2);
  }
}

/** A painter of pictures on a canvas element. */
export function createCanvasPainter(canvas: HTMLCanvasElement): CanvasPainter {
  const context = canvas.getContext('2d');
  let sheet: Sheet | undefined;

  const paintMark = (
    mark: Mark,
    places: Map<ImageMark, Placed>,
    colors: Colors,
    snap: Snap,
    ratio: number,
  ) => {
    if (!context) return;
    if ('opacity' in mark && mark.opacity !== undefined) context.globalAlpha = mark.opacity;
    switch (mark.type) {
      case 'image': {
        const place = places.get(mark);
        const left = snap(mark.x);
        const top = snap(mark.y);
        const width = Math.max(snap(mark.x + mark.width) - left, 1 / ratio);
        const height = Math.max(snap(mark.y + mark.height) - top, 1 / ratio);
        if (place && sheet) {
          context.drawImage(sheet.canvas, place.x, place.y, place.cols, place.rows, left, top, width, height);
        }
        break;
      }
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
  };

  return {
    update(picture, { theme, pixelRatio }) {
      if (!context) return;
      const ratio = pixelRatio > 0 ? pixelRatio : 1;
      const width = Math.max(1, Math.round(picture.width * ratio));
      const height = Math.max(1, Math.round(picture.height * ratio));
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        // A canvas forgets its font with its size.
        fonts.delete(context);
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, picture.width + 1, picture.height + 1);
      context.imageSmoothingEnabled = false;
      const images = picture.marks.filter((mark) => mark.type === 'image');
      if (images.length > 0) sheet ??= createSheet();
      const places = sheet ? writeSheet(sheet, images, ratio) : new Map<ImageMark, Placed>();
      const snap: Snap = (value) => Math.round(value * ratio) / ratio;
      for (const mark of picture.marks) paintMark(mark, places, themes[theme], snap, ratio);
    },
    destroy() {
      canvas.width = 0;
      canvas.height = 0;
      if (sheet) {
        sheet.canvas.width = 0;
        sheet.canvas.height = 0;
      }
      sheet = undefined;
    },
  };
}
