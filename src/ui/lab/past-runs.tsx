import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useStore } from 'zustand/react';
import { formatCount, formatFixed, formatPercent } from '../../scene/format.ts';
import { lab } from '../../text/lab.ts';
import { useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icons.tsx';
import { boardOf, type RunCurves } from './board.ts';
import { changesText } from './change-text.ts';

/** The last figures of a run: validation's where there are any. */
function resultOf({ series: { loss, accuracy } }: RunCurves): string {
  const last = ({ validation, epochs, batches }: typeof loss) =>
    [validation.latest, epochs.latest, batches.at(batches.length - 1)].find(Number.isFinite);
  const share = last(accuracy);
  return lab.runs.result(
    formatFixed(last(loss) ?? Number.NaN, 3),
    share === undefined ? '' : formatPercent(share),
  );
}

/** The runs whose curves stay as quiet lines: what each came to, what was changed after it, and whether it is shown. */
export function PastRuns(): ReactElement | null {
  const { stores } = useKernelscope();
  const board = boardOf(stores);
  const { current, past, hidden } = useStore(board);
  if (past.length === 0) return null;
  const next = [...past.slice(1), current];
  return (
    <DialogTrigger>
      <AriaButton className="button quiet runs-button" aria-label={lab.runs.title}>
        {lab.runs.button(formatCount(past.length))}
        <Icon name="down" />
      </AriaButton>
      <Popover className="popover runs-popover" placement="top end" aria-label={lab.runs.title}>
        <div className="runs">
          <ul>
            {past.map((run, at) => (
              <li key={run.number}>
                <label>
                  <input
                    type="checkbox"
                    checked={!hidden.has(run.number)}
                    aria-label={lab.runs.show(String(run.number))}
                    onChange={(event) => board.show(run.number, event.target.checked)}
                  />
                  <span className="run-number">{lab.runs.number(String(run.number))}</span>
                  <span className="muted">{resultOf(run)}</span>
                </label>
                <Button
                  look="quiet"
                  icon="close"
                  aria-label={lab.runs.forget(String(run.number))}
                  onClick={() => board.forget(run.number)}
                />
                <p className="run-change">{lab.runs.after(changesText(run.document, next[at]!.document))}</p>
              </li>
            ))}
          </ul>
        </div>
      </Popover>
    </DialogTrigger>
  );
}
