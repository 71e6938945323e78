import { type ReactElement, useEffect, useRef } from 'react';
import type { Tensor } from '../../base/tensor.ts';
import { createCanvasPainter } from '../../paint/canvas.ts';
import type { Mark } from '../../scene/marks.ts';
import { useKernelscope } from '../context.ts';
import { framePart } from '../frame-loop.ts';
import { mapPicture, sampleScale } from '../probe/map-picture.ts';
import { onTheme, themeNow } from '../theme.ts';

/**
 * Many pictures on one canvas, each where its `.data-slot` stands in the element around the canvas: a canvas each
 * would be a layer each for the browser.
 */
export function PictureSheet({ pictures }: { readonly pictures: readonly Tensor[] }): ReactElement {
  const { stores } = useKernelscope();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const painter = createCanvasPainter(canvas.current!);
    const list = canvas.current!.parentElement!;
    const part = framePart(() => {
      const corner = list.getBoundingClientRect();
      const marks: Mark[] = [];
      [...list.querySelectorAll('.data-slot')].forEach((slot, at) => {
        const picture = pictures[at];
        if (!picture) return;
        const { left, top, width, height } = slot.getBoundingClientRect();
        for (const mark of mapPicture(picture, sampleScale(picture), width, height).marks) {
          if (mark.type !== 'image') continue;
          const x = mark.x + left - corner.left + list.scrollLeft;
          const y = mark.y + top - corner.top + list.scrollTop;
          marks.push({ ...mark, x, y });
        }
      });
      const size = { width: list.scrollWidth, height: list.scrollHeight };
      painter.update({ ...size, marks }, { theme: themeNow(stores), pixelRatio: devicePixelRatio });
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
  }, [stores, pictures]);
  return <canvas className="data-sheet" ref={canvas} />;
}
