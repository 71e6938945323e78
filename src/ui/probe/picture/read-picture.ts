import type { Raster } from '../../../model/picture/raster.ts';
import { svgCost } from '../../../model/picture/svg-cost.ts';
import type { Refusal } from '../../../text/probe.ts';

/** A picture cannot be taken, and why. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

export interface ReadPicture {
  /** At most `LONGEST` cells a side, 3 channels, on white where it is transparent. */
  readonly raster: Raster;
  /** Its own size, before it was made smaller. */
  readonly width: number;
  readonly height: number;
  /** Of one that the page offers. */
  readonly name?: string;
}

/** The larger side of what is kept of a picture: as much as the largest input that models here have. */
const LONGEST = 512;
const MOST_BYTES = 50e6;
const MOST_SVG_BYTES = 1e6;
const MOST_SVG_ELEMENTS = 20_000;
const MOST_PIXELS = 150e6;
const PATIENCE = 8000;

function isSvg({ type }: Blob, head: string): boolean {
  return type === 'image/svg+xml' || /^\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)/i.test(head);
}

/** Its element: knows its size once it is loaded, before its pixels are decoded. Rejects after `PATIENCE`. */
function load(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    const done = (settle: () => void) => {
      clearTimeout(timer);
      image.onload = null;
      image.onerror = null;
      settle();
    };
    const timer = setTimeout(
      () =>
        done(() => {
          image.src = '';
          reject(new Refused('too-slow'));
        }),
      PATIENCE,
    );
    image.onload = () => done(() => resolve(image));
    image.onerror = () => done(() => reject(new Refused('no-picture')));
    image.src = url;
  });
}

/** The numbers of what can be drawn, made to fit `LONGEST`. */
export function rasterOf(
  source: CanvasImageSource,
  { width: wide, height: high }: { readonly width: number; readonly height: number },
): Raster {
  const scale = Math.min(1, LONGEST / Math.max(wide, high));
  const width = Math.max(1, Math.round(wide * scale));
  const height = Math.max(1, Math.round(high * scale));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  canvas.width = 0;
  const colors = new Float32Array(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    for (let channel = 0; channel < 3; channel++) colors[at * 3 + channel] = data[at * 4 + channel]! / 255;
  }
  return { width, height, channels: 3, data: colors };
}

/** Decoded on another thread and made smaller there, so that the page never holds a large picture's pixels. */
async function shrunk(blob: Blob, width: number, height: number): Promise<Raster> {
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  const bitmap = await createImageBitmap(blob, {
    resizeWidth: Math.max(1, Math.round(width * scale)),
    resizeHeight: Math.max(1, Math.round(height * scale)),
    resizeQuality: 'high',
  }).catch(() => {
    throw new Refused('no-picture');
  });
  try {
    return rasterOf(bitmap, bitmap);
  } finally {
    bitmap.close();
  }
}

/** Reads a picture of any kind that the browser knows. Throws `Refused`. */
export async function readPicture(blob: Blob): Promise<ReadPicture> {
  if (blob.size === 0) throw new Refused('empty');
  if (blob.size > MOST_BYTES) throw new Refused('too-heavy');
  const head = await blob.slice(0, 256).text();
  const svg = isSvg(blob, head);
  if (svg) {
    if (blob.size > MOST_SVG_BYTES) throw new Refused('svg-too-heavy');
    if (svgCost(await blob.text()) > MOST_SVG_ELEMENTS) throw new Refused('svg-too-much');
  }
  // Never inlined: as an image it runs no scripts and loads nothing.
  const url = URL.createObjectURL(svg ? new Blob([blob], { type: 'image/svg+xml' }) : blob);
  try {
    const image = await load(url);
    // An SVG may have no size of its own.
    const width = image.naturalWidth || LONGEST;
    const height = image.naturalHeight || LONGEST;
    if (width * height > MOST_PIXELS) throw new Refused('too-many-pixels');
    const raster = svg ? rasterOf(image, { width, height }) : await shrunk(blob, width, height);
    return { raster, width, height };
  } catch (error) {
    // `ftypheic` and its kin stand behind the box's length.
    if (error instanceof Refused && error.refusal === 'no-picture' && /^.{4}ftyp(?:hei|hev|mif)/s.test(head))
      throw new Refused('heic');
    throw error;
  } finally {
    URL.revokeObjectURL(url);
  }
}
