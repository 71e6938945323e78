import { memo, type ReactElement, useEffect, useRef } from 'react';
import { trainedOf } from '../../model/datasets/split.ts';
import { learningRateAt } from '../../model/schedules.ts';
import { formatCount, formatNumber } from '../../scene/format.ts';
import type { Stores } from '../../stores/stores.ts';
import { page } from '../../text/page.ts';
import { useKernelscope } from '../context.ts';
import { framePart } from '../frame-loop.ts';
import { writeText } from '../write-text.ts';

interface Said {
  readonly share: number;
  readonly text: string;
  readonly fault?: boolean;
}

function progressText(stores: Stores): Said {
  const { progress, status, stopped } = stores.run.getState();
  const { dataset, fit, compile } = stores.document.getState().document;
  if (status === 'idle' && stopped === 'not-finite') {
    const { moments, batches } = stores.run.getState();
    const reduced = moments.findLast(({ type }) => type === 'rate');
    const set = compile ? learningRateAt(compile.optimizer.config.learning_rate, batches.length) : Number.NaN;
    const rate = formatNumber(reduced?.type === 'rate' ? reduced.to : set);
    return { share: 0, text: page.lab.notFinite(rate), fault: true };
  }
  if (!progress) {
    const kept = formatCount(dataset.train - trainedOf(dataset.train, fit.validation_split));
    return { share: 0, text: page.lab.atRest(formatCount(dataset.train), kept) };
  }
  const share = progress.ofSteps > 0 ? progress.step / progress.ofSteps : 0;
  const parts: string[] = [page.lab.progress(formatCount(progress.step), formatCount(progress.ofSteps))];
  const { secondsLeft } = progress;
  if (status === 'running' && secondsLeft !== undefined) {
    parts.push(page.lab.left(page.lab.seconds(Math.ceil(secondsLeft))));
  }
  const text = parts.join(', ');
  if (status !== 'idle' || stopped === undefined) return { share, text };
  return { share, text: `${text}. ${page.lab.stopped[stopped] ?? stopped}` };
}

/** `step 214 of 570, 12 s left`, and how far that is; written without React. */
export const Progress = memo(function Progress(): ReactElement {
  const { stores } = useKernelscope();
  const line = useRef<HTMLParagraphElement>(null);
  const fill = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const part = framePart(() => {
      const { share, text, fault } = progressText(stores);
      writeText(line.current!, text);
      line.current!.classList.toggle('fault', fault === true);
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
});
