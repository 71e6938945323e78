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
  /** The number of the frame in which it became dirty; undefined: clean. */
  dirty: number | undefined;
}

/** Milliseconds of a frame after which what is still dirty waits for the next one, so that no frame blocks the page. */
const BUDGET = 24;

/**
 * The page's only frame loop. It runs while a part is dirty and stops when nothing is, so a page at rest costs
 * nothing. What has been dirty longest is drawn first, then in the order in which parts were added.
 */
const entries = new Set<Entry>();
let requested = 0;
let count = 0;

/** The part that has been dirty longest, of those that were not drawn yet. */
function next(drawn: ReadonlySet<Entry>): Entry | undefined {
  let oldest: Entry | undefined;
  for (const entry of entries) {
    if (entry.dirty === undefined || drawn.has(entry)) continue;
    if (oldest === undefined || entry.dirty < oldest.dirty!) oldest = entry;
  }
  return oldest;
}

function frame(now: number): void {
  requested = 0;
  count++;
  const start = performance.now();
  const drawn = new Set<Entry>();
  for (let entry = next(drawn); entry; entry = next(drawn)) {
    drawn.add(entry);
    entry.dirty = undefined;
    if (entry.draw(now)) entry.dirty = count;
    if (performance.now() - start > BUDGET) break;
  }
  if ([...entries].some((entry) => entry.dirty !== undefined)) request();
}

function request(): void {
  if (requested === 0) requested = requestAnimationFrame(frame);
}

/** Paints all that is dirty at once, however long it takes: the browser asks for it before it prints. */
export function paintNow(): void {
  const now = performance.now();
  for (const entry of entries) {
    if (entry.dirty === undefined) continue;
    entry.dirty = entry.draw(now) ? count : undefined;
  }
}

/** Adds a part, dirty from the start. */
export function framePart(draw: Draw): FramePart {
  const entry: Entry = { draw, dirty: count };
  entries.add(entry);
  request();
  return {
    invalidate() {
      entry.dirty ??= count;
      request();
    },
    destroy() {
      entries.delete(entry);
    },
  };
}
