import { type ReactElement, useEffect, useRef } from 'react';
import { createCanvasPainter } from '../paint/canvas.ts';
import type { Picture } from '../scene/marks.ts';
import { useKernelscope } from './context.ts';
import { framePart } from './frame-loop.ts';
import { lookNow, onTheme } from './theme.ts';

interface Props {
  readonly className?: string;
  /** The picture in so many pixels; undefined: nothing to show yet. */
  readonly draw: (width: number, height: number) => Picture | undefined;
  /** Calls back whenever the picture is out of date; gives the function that takes it off. */
  readonly subscribe: (changed: () => void) => () => void;
}

/** A canvas as large as its place, painted when its subject changes, without React. `draw` and `subscribe` must be stable. */
export function LiveCanvas({ className, draw, subscribe }: Props): ReactElement {
  const { stores } = useKernelscope();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const painter = createCanvasPainter(canvas.current!);
    // Reading the size where it is painted would make the browser lay the page out in the middle of a frame.
    let size = { width: 0, height: 0 };
    const part = framePart(() => {
      const { width, height } = size;
      const picture = width > 0 && height > 0 ? draw(width, height) : undefined;
      if (picture) painter.update(picture, lookNow(stores));
      return false;
    });
    const changed = () => part.invalidate();
    const observer = new ResizeObserver(([entry]) => {
      size = entry!.contentRect;
      changed();
    });
    observer.observe(frame.current!);
    const off = [subscribe(changed), onTheme(stores, changed)];
    return () => {
      part.destroy();
      observer.disconnect();
      for (const stop of off) stop();
      painter.destroy();
    };
  }, [stores, draw, subscribe]);
  return (
    <div className={`live-canvas ${className ?? ''}`} ref={frame}>
      <canvas ref={canvas} />
    </div>
  );
}
