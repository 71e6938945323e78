import { type ReactElement, useEffect, useRef } from 'react';
import type { Tensor } from '../base/tensor.ts';
import { createCanvasPainter } from '../paint/canvas.ts';
import type { Mark } from '../scene/marks.ts';
import { samplePicture, sampleScale } from '../scene/samples/sample-picture.ts';
import { useKernelscope } from './context.ts';
import { framePart } from './frame-loop.ts';
import { enlargedBy } from './projector.ts';
import { lookNow, onTheme } from './theme.ts';

/**
 * Many pictures on one canvas, each where its `.picture-slot` stands in the element around the canvas. A canvas each
 * would be a layer each, and the browser would put every one of them on the screen anew in every frame.
 */
export function PictureSheet({ pictures }: { readonly pictures: readonly Tensor[] }): ReactElement {
  const { stores } = useKernelscope();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const painter = createCanvasPainter(canvas.current!);
    const list = canvas.current!.parentElement!;
    const part = framePart(() => {
      const by = enlargedBy();
      const corner = list.getBoundingClientRect();
      const marks: Mark[] = [];
      const size = { width: 0, height: 0 };
      [...list.querySelectorAll('.picture-slot')].forEach((slot, at) => {
        const picture = pictures[at];
        const box = slot.getBoundingClientRect();
        const [width, height] = [box.width / by, box.height / by];
        // A low screen hides some.
        if (!picture || width === 0) return;
        const left = (box.left - corner.left) / by + list.scrollLeft;
        const top = (box.top - corner.top) / by + list.scrollTop;
        for (const mark of samplePicture(picture, sampleScale(picture), width, height).marks) {
          if (mark.type !== 'path') {
            marks.push({ ...mark, x: mark.x + left, y: mark.y + top });
          }
        }
        size.width = Math.max(size.width, left + width);
        size.height = Math.max(size.height, top + height);
      });
      painter.update({ ...size, marks }, lookNow(stores));
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
  return <canvas className="picture-sheet" ref={canvas} />;
}
