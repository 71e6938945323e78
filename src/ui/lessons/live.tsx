import { type ReactElement, useLayoutEffect, useMemo, useRef } from 'react';
import { type LiveQuery, liveText } from '../../lessons/live.ts';
import { useKernelscope } from '../context.ts';
import { framePart } from '../frame-loop.ts';
import { writeText } from '../write-text.ts';
import { usePlayerState } from './use-player.ts';

type Props = Omit<LiveQuery, 'layer' | 'index'> & {
  /** `@name`: the figure of that name. */
  readonly layer?: string;
  readonly index?: readonly number[] | string;
};

/** A number of the page that follows it, painted with the pictures and not by React. */
export function Live({ layer, index, ...query }: Props): ReactElement {
  const { stores } = useKernelscope();
  const figures = usePlayerState(({ asked }) => asked?.figures);
  const place = useRef<HTMLSpanElement>(null);
  const key = JSON.stringify({ ...query, layer, index });
  const resolved = useMemo<LiveQuery>(() => {
    const given = JSON.parse(key) as Props;
    const figure = (name: unknown) =>
      typeof name === 'string' && name.startsWith('@') ? figures?.[name.slice(1)] : name;
    return { ...given, layer: figure(given.layer), index: figure(given.index) } as LiveQuery;
  }, [key, figures]);
  useLayoutEffect(() => {
    const write = () => {
      const text = liveText(stores, resolved);
      writeText(place.current!, text);
      return false;
    };
    write();
    const part = framePart(write);
    const followed = [stores.document, stores.trace, stores.run, stores.view];
    const off = followed.map((store) =>
      (store as { subscribe(listener: () => void): () => void }).subscribe(part.invalidate),
    );
    return () => {
      for (const stop of off) stop();
      part.destroy();
    };
  }, [stores, resolved]);
  return <span className="lesson-live" ref={place} />;
}
