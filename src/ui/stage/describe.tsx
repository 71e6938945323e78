import { type ReactElement, useEffect, useRef } from 'react';
import { useKernelscope } from '../context.ts';
import { pinned } from '../view-actions.ts';
import { writeText } from '../write-text.ts';
import { describeCell } from './describe-cell.ts';
import { stepWords } from './said-of-probe.ts';

/** Milliseconds that a cell must be looked at before it is read aloud. */
const REST_MS = 700;

/** The looked-at cell in words, for screen readers; silent while it plays. */
export function Describe({ id }: { readonly id: string }): ReactElement {
  const { stores } = useKernelscope();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = () => {
      const { network } = stores.document.getState();
      const { trace, weights } = stores.trace.getState();
      if (!trace || !line.current) return;
      const text = describeCell(network, trace, weights, pinned(stores), stepWords(stores));
      writeText(line.current, text);
    };
    const wait = () => {
      clearTimeout(timer);
      if (!stores.view.getState().playing) timer = setTimeout(say, REST_MS);
    };
    const off = stores.view.subscribe((state, before) => {
      if (state.cell !== before.cell || state.trail !== before.trail || state.playing !== before.playing)
        wait();
    });
    return () => {
      clearTimeout(timer);
      off();
    };
  }, [stores]);
  return <p id={id} className="spoken" aria-live="polite" ref={line} />;
}
