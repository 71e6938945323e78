import { type ComponentType, type ReactElement, Suspense, startTransition, useEffect, useState } from 'react';
import { onNextFrame } from '../engine/next-frame.ts';
import { useStatus } from './context.ts';
import { Rescue } from './rescue.tsx';
import { inTurn } from './turns.ts';

let pictured = false;

/** Whether the first picture has been painted, or will never be. */
function usePictured(): boolean {
  const started = useStatus(({ phase }) => phase !== 'starting');
  const [seen, setSeen] = useState(pictured);
  useEffect(() => {
    if (!started || seen) return;
    // The frame paints the picture; what comes after it is no longer in its way.
    onNextFrame(() =>
      setTimeout(() => {
        pictured = true;
        setSeen(true);
      }),
    );
  }, [started, seen]);
  return seen;
}

/** A part of the page that is loaded after the first picture. */
export interface LatePart<P extends object> {
  readonly load: () => Promise<ComponentType<P>>;
  came?: ComponentType<P>;
}

export function latePart<P extends object>(load: LatePart<P>['load']): LatePart<P> {
  return { load };
}

interface Props<P extends object> {
  readonly part: LatePart<P>;
  readonly props: P;
  /** What keeps the part's place until it comes. */
  readonly outline: ReactElement | null;
}

function Coming<P extends object>({ part, props, outline }: Props<P>): ReactElement | null {
  const wanted = usePictured();
  const [Part, setPart] = useState(() => part.came);
  useEffect(() => {
    if (!wanted || Part) return;
    let waits = true;
    let endTurn = () => {};
    part.load().then(
      (loaded) => {
        part.came = loaded;
        inTurn((done) => {
          if (!waits) return done();
          endTurn = done;
          startTransition(() => setPart(() => loaded));
        });
      },
      (error: unknown) => {
        // Thrown while rendering, so that the outline stays.
        setPart(() => {
          throw error;
        });
      },
    );
    // It stands, or has gone before it did.
    return () => {
      waits = false;
      endTurn();
    };
  }, [part, wanted, Part]);
  if (!Part) return outline;
  // A boundary of its own: a part that waits for something of its own does not keep its turn meanwhile.
  return (
    <Suspense fallback={outline}>
      <Part {...props} />
    </Suspense>
  );
}

/**
 * Shows a late part when it comes. Parts come one a frame: React's `lazy` would hold them back for a third of a second
 * and then draw all of them in one task.
 */
export function Late<P extends object>(late: Props<P>): ReactElement {
  return (
    <Rescue instead={late.outline}>
      <Coming {...late} />
    </Rescue>
  );
}
