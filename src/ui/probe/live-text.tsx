import { type ReactElement, useEffect, useRef } from 'react';
import type { Stores } from '../../stores/stores.ts';
import { useKernelscope } from '../context.ts';
import { writeText } from '../write-text.ts';

interface Props {
  readonly className: string;
  /** What it says now; must be stable. */
  readonly read: (stores: Stores) => string;
}

/** A line that follows the probe, without React. */
export function LiveText({ className, read }: Props): ReactElement {
  const { stores } = useKernelscope();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const write = () => {
      const text = read(stores);
      writeText(line.current!, text);
    };
    write();
    const off = [
      stores.document.subscribe(write),
      stores.status.subscribe(({ words }, before) => {
        if (words !== before.words) write();
      }),
      // Training makes a trace many times a second; the probe stays what it is.
      stores.trace.subscribe((state, before) => {
        if (state.probe !== before.probe || !state.trace !== !before.trace) write();
      }),
    ];
    return () => {
      for (const stop of off) stop();
    };
  }, [stores, read]);
  return <p className={className} ref={line} />;
}
