import { type ReactElement, useEffect, useRef } from 'react';
import { formatCount } from '../../scene/format.ts';
import type { Stores } from '../../stores/stores.ts';
import { page } from '../../text/page.ts';
import { useKernelscope } from '../context.ts';
import { framePart } from '../frame-loop.ts';

function progressText(stores: Stores): { readonly share: number; readonly text: string } {
  const { progress, status, stopped } = stores.run.getState();
  const { dataset, fit } = stores.document.getState().document;
  if (!progress) {
    const kept = formatCount(Math.round(dataset.train * fit.validation_split));
    return { share: 0, text: page.lab.atRest(formatCount(dataset.train), kept) };
  }
  const parts: string[] = [page.lab.progress(formatCount(progress.step), formatCount(progress.ofSteps))];
  const { secondsLeft } = progress;
  if (status === 'running' && secondsLeft !== undefined) {
    parts.push(page.lab.left(page.lab.seconds(Math.ceil(secondsLeft))));
  }
  if (status === 'idle' && stopped !== undefined) parts.push(page.lab.stopped[stopped] ?? stopped);
  return { share: progress.ofSteps > 0 ? progress.step / progress.ofSteps : 0, text: parts.join(', ') };
}

/** `step 214 of 570, 12 s left`, and how far that is; written without React. */
export function Progress(): ReactElement {
  const { stores } = useKernelscope();
  const line = useRef<HTMLParagraphElement>(null);
  const fill = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const part = framePart(() => {
      const { share, text } = progressText(stores);
      if (line.current!.textContent !== text) line.current!.textContent = text;
      fill.current!.style.transform = `scaleX(${share})`;
      return false;
    });
    const off = [
      stores.run.subscribe(() => part.invalidate()),
      stores.document.subscribe(() => part.invalidate()),
    ];
    return () => {
      for (const stop of off) stop();
      part.destroy();
    };
  }, [stores]);
  return (
    <div className="progress">
      <span className="progress-track" aria-hidden="true">
        <span className="progress-fill" ref={fill} />
      </span>
      <p ref={line} />
    </div>
  );
}
