/** One thing that is painted when it has become dirty. */
export interface FramePart {
  /** Paints it in the next frame. */
  invalidate(): void;
  destroy(): void;
}

/** Paints; true asks for the next frame too (an animation that is under way). `now` is in milliseconds. */
export type Draw = (now: number) => boolean;

interface Entry {
  readonly draw: Draw;
  dirty: boolean;
}

/**
 * The page's only frame loop. It runs while a part is dirty and stops when nothing is, so a page at rest costs
 * nothing. Parts are drawn in the order in which they were added.
 */
const entries = new Set<Entry>();
let requested = 0;

function frame(now: number): void {
  requested = 0;
  for (const entry of entries) {
    if (!entry.dirty) continue;
    entry.dirty = false;
    if (entry.draw(now)) entry.dirty = true;
  }
  if ([...entries].some((entry) => entry.dirty)) request();
}

function request(): void {
  if (requested === 0) requested = requestAnimationFrame(frame);
}

/** Adds a part, dirty from the start. */
export function framePart(draw: Draw): FramePart {
  const entry: Entry = { draw, dirty: true };
  entries.add(entry);
  request();
  return {
    invalidate() {
      entry.dirty = true;
      request();
    },
    destroy() {
      entries.delete(entry);
    },
  };
}
