import { type ReactElement, useEffect, useRef } from 'react';
import type { Sample } from '../../engine/engine.ts';
import { createCanvasPainter } from '../../paint/canvas.ts';
import type { Mark } from '../../scene/marks.ts';
import { useKernelscope } from '../context.ts';
import { framePart } from '../frame-loop.ts';
import { onTheme, themeNow } from '../theme.ts';
import { mapPicture, sampleScale } from './map-picture.ts';

const SIZE = 36;

/**
 * The pictures of all samples on one canvas, each where its label stands in the list around it. A canvas each would
 * be a layer each, and the browser would put every one of them on the screen anew in every frame.
 */
export function Thumbnails({ samples }: { readonly samples: readonly Sample[] }): ReactElement {
  const { stores } = useKernelscope();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const painter = createCanvasPainter(canvas.current!);
    const list = canvas.current!.parentElement!;
    const part = framePart(() => {
      const marks: Mark[] = [];
      let width = 0;
      let height = 0;
      for (const [at, label] of [...list.querySelectorAll<HTMLElement>('.sample')].entries()) {
        const inset = (label.offsetWidth - SIZE) / 2;
        // A low screen hides the last ones.
        if (inset < 0) continue;
        const left = label.offsetLeft + inset;
        const top = label.offsetTop + inset;
        const { input } = samples[at]!;
        for (const mark of mapPicture(input, sampleScale(input), SIZE, SIZE).marks) {
          if (mark.type === 'image') marks.push({ ...mark, x: mark.x + left, y: mark.y + top });
        }
        width = Math.max(width, left + SIZE);
        height = Math.max(height, top + SIZE);
      }
      painter.update({ width, height, marks }, { theme: themeNow(stores), pixelRatio: devicePixelRatio });
      return false;
    });
    const changed = () => part.invalidate();
    const observer = new ResizeObserver(changed);
    observer.observe(list);
    const off = onTheme(stores, changed);
    return () => {
      off();
      observer.disconnect();
      part.destroy();
      painter.destroy();
    };
  }, [stores, samples]);
  return <canvas className="thumbnails" ref={canvas} />;
}
