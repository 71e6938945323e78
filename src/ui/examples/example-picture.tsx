import { type ReactElement, useEffect, useRef } from 'react';
import type { Example } from '../../model/examples/example.ts';
import { createCanvasPainter } from '../../paint/canvas.ts';
import { thumbnail } from '../../scene/examples/thumbnail.ts';
import { useKernelscope } from '../context.ts';
import { lookNow, reducedMotion } from '../theme.ts';
import { firstLayer } from './first-layer.ts';

const SIZE = 40;
/** Milliseconds between two steps of the window. */
const STEP = 250;

/** An example at work: its first layer's window slides while the picture is shown. */
export function ExamplePicture({ example }: { readonly example: Example }): ReactElement {
  const { stores } = useKernelscope();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const painter = createCanvasPainter(canvas.current!);
    let timer: ReturnType<typeof setInterval> | undefined;
    let ended = false;
    firstLayer(example, document.baseURI).then(
      ({ network, trace }) => {
        if (ended) return;
        let step = 0;
        const paint = () => painter.update(thumbnail(network, trace, step++, SIZE), lookNow(stores));
        paint();
        if (!reducedMotion()) timer = setInterval(paint, STEP);
      },
      // Without its data set an example is its title and its note.
      () => undefined,
    );
    return () => {
      ended = true;
      clearInterval(timer);
      painter.destroy();
    };
  }, [stores, example]);
  return <canvas className="example-picture" ref={canvas} />;
}
