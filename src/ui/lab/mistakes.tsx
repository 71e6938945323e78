import { type ReactElement, useEffect, useRef } from 'react';
import { useStore } from 'zustand/react';
import { createCanvasPainter } from '../../paint/canvas.ts';
import { formatPercent } from '../../scene/format.ts';
import { samplePicture, sampleScale } from '../../scene/samples/sample-picture.ts';
import type { Mistake } from '../../scope/scope.ts';
import { lab } from '../../text/lab.ts';
import { attempt, type Kernelscope, useKernelscope } from '../context.ts';
import { framePart } from '../frame-loop.ts';
import { lookNow, onTheme } from '../theme.ts';

/** Of a picture, in pixels. */
const SIZE = 40;

function Picture({ mistake, app }: { readonly mistake: Mistake; readonly app: Kernelscope }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const painter = createCanvasPainter(canvas.current!);
    const picture = samplePicture(mistake.input, sampleScale(mistake.input), SIZE, SIZE);
    const part = framePart(() => {
      painter.update(picture, lookNow(app.stores));
      return false;
    });
    const off = onTheme(app.stores, () => part.invalidate());
    return () => {
      off();
      part.destroy();
      painter.destroy();
    };
  }, [mistake, app]);
  return <canvas ref={canvas} />;
}

interface Props {
  readonly mistakes: readonly Mistake[];
  readonly names: readonly string[];
  readonly title: string;
}

/** A row of samples with what they are, what they were taken for and how surely; choosing one makes it the probe. */
export function Mistakes({ mistakes, names, title }: Props): ReactElement {
  const app = useKernelscope();
  const probe = useStore(app.stores.trace, ({ probe: { source } }) =>
    source.type === 'sample' && source.split === 'test' ? source.index : -1,
  );
  const nameOf = (at: number) => names[at] ?? String(at);
  return (
    <div className="mistakes">
      <p className="muted">{mistakes.length > 0 ? title : lab.mistakes.none}</p>
      <ul>
        {mistakes.map((mistake) => {
          const { index, truth, prediction, confidence } = mistake;
          const sure = formatPercent(confidence);
          return (
            <li key={index}>
              <button
                type="button"
                aria-pressed={probe === index}
                aria-label={lab.mistakes.sample(String(index), nameOf(truth), nameOf(prediction), sure)}
                onClick={() => void attempt(app, () => app.scope.setInput({ split: 'test', index }))}
              >
                <Picture mistake={mistake} app={app} />
                <span className="mistake-names">
                  {nameOf(truth)}
                  <span className="mistake-arrow">→</span>
                  <span data-wrong={truth !== prediction || undefined}>{nameOf(prediction)}</span>
                </span>
                <span className="muted">{sure}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
