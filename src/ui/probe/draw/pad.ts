import type { Raster } from '../../../model/picture/raster.ts';

/** One stroke, in cells of the model's input, or the wiping of everything before it. */
interface Stroke {
  readonly color: string;
  readonly width: number;
  /** x, y, x, y … */
  readonly points: number[];
}

/** What was drawn, oldest first. */
export type Drawing = (Stroke | 'clear')[];

export interface Pen {
  color: string;
  /** Cells. */
  width: number;
}

export interface Pad {
  undo(): void;
  clear(): void;
  /** Starts a stroke at a place in cells, goes on to another, ends it. */
  down(x: number, y: number): void;
  to(x: number, y: number): void;
  up(): void;
  /** What is drawn, in colour, 0 to 1. */
  raster(): Raster;
  destroy(): void;
}

/** Pixels that the longer side is drawn with, about. */
const PIXELS = 280;

export const PAPER = '#ffffff';

/**
 * Draws on the canvas by pointer; `drawing` is kept by the caller and grows in place. Touch draws and does not scroll
 * the page: the canvas's `touch-action` is none.
 */
export function createPad(
  canvas: HTMLCanvasElement,
  rows: number,
  cols: number,
  drawing: Drawing,
  pen: () => Pen,
  changed: () => void,
): Pad {
  const unit = Math.max(1, Math.round(PIXELS / Math.max(rows, cols)));
  canvas.width = cols * unit;
  canvas.height = rows * unit;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  let stroke: Stroke | undefined;

  /** From one point to the next, or the dot that a stroke begins with: drawn anew, a stroke is the same to the pixel. */
  const paint = ({ color, width, points }: Stroke, from: number, to: number) => {
    context.strokeStyle = color;
    context.lineWidth = width * unit;
    context.lineCap = 'round';
    context.beginPath();
    context.moveTo(points[from]! * unit, points[from + 1]! * unit);
    context.lineTo(points[to]! * unit, points[to + 1]! * unit);
    context.stroke();
  };
  const repaint = () => {
    context.fillStyle = PAPER;
    context.fillRect(0, 0, canvas.width, canvas.height);
    for (const one of drawing.slice(drawing.lastIndexOf('clear') + 1)) {
      if (one === 'clear') continue;
      paint(one, 0, 0);
      for (let to = 2; to < one.points.length; to += 2) paint(one, to - 2, to);
    }
  };

  const pad: Pad = {
    undo() {
      if (drawing.pop() === undefined) return;
      stroke = undefined;
      repaint();
      changed();
    },
    clear() {
      if (drawing.length === 0 || drawing.at(-1) === 'clear') return;
      drawing.push('clear');
      repaint();
      changed();
    },
    down(x, y) {
      stroke = { ...pen(), points: [x, y] };
      drawing.push(stroke);
      paint(stroke, 0, 0);
      changed();
    },
    to(x, y) {
      if (!stroke) return;
      stroke.points.push(x, y);
      paint(stroke, stroke.points.length - 4, stroke.points.length - 2);
      changed();
    },
    up() {
      stroke = undefined;
    },
    raster() {
      const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
      const colors = new Float32Array(width * height * 3);
      for (let at = 0; at < width * height; at++) {
        for (let channel = 0; channel < 3; channel++)
          colors[at * 3 + channel] = data[at * 4 + channel]! / 255;
      }
      return { width, height, channels: 3, data: colors };
    },
    destroy() {
      for (const [type, listener] of listeners) canvas.removeEventListener(type, listener as EventListener);
      canvas.width = 0;
      canvas.height = 0;
    },
  };

  const place = (event: PointerEvent): [x: number, y: number] => {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * cols, ((event.clientY - box.top) / box.height) * rows];
  };
  let pointer: number | undefined;
  const ended = (event: PointerEvent) => {
    if (event.pointerId !== pointer) return;
    pointer = undefined;
    pad.up();
  };
  const listeners: readonly (readonly [string, (event: PointerEvent) => void])[] = [
    [
      'pointerdown',
      (event) => {
        if (event.button !== 0 || pointer !== undefined) return;
        pointer = event.pointerId;
        canvas.setPointerCapture(pointer);
        pad.down(...place(event));
      },
    ],
    [
      'pointermove',
      (event) => {
        if (event.pointerId !== pointer) return;
        const steps = event.getCoalescedEvents();
        for (const step of steps.length > 0 ? steps : [event]) pad.to(...place(step));
      },
    ],
    ['pointerup', ended],
    ['pointercancel', ended],
  ];
  for (const [type, listener] of listeners) canvas.addEventListener(type, listener as EventListener);
  repaint();
  return pad;
}
