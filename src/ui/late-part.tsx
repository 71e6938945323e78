import {
  type ComponentType,
  type ReactElement,
  Suspense,
  startTransition,
  useEffect,
  useRef,
  useState,
} from 'react';
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
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        pictured = true;
        setSeen(true);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
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
  const shown = useRef<() => void>(undefined);
  useEffect(() => {
    if (!wanted || Part) return;
    let mounted = true;
    const show = (loaded: ComponentType<P>) =>
      inTurn((done) => {
        if (!mounted) return done();
        shown.current = done;
        startTransition(() => setPart(() => loaded));
      });
    const fail = (error: unknown) => {
      // Thrown while rendering, so that the outline stays.
      if (mounted)
        setPart(() => {
          throw error;
        });
    };
    part.load().then((loaded) => {
      part.came = loaded;
      show(loaded);
    }, fail);
    return () => {
      mounted = false;
    };
  }, [part, wanted, Part]);
  // The turn ends when the part stands, or goes before it does.
  useEffect(() => {
    const end = () => {
      shown.current?.();
      shown.current = undefined;
    };
    if (Part) end();
    return end;
  }, [Part]);
  return Part ? <Part {...props} /> : outline;
}

/**
 * Shows a late part when it comes. Parts come one a frame: React's `lazy` would hold them back for a third of a second
 * and then draw all of them in one task.
 */
export function Late<P extends object>(late: Props<P>): ReactElement {
  return (
    <Rescue instead={late.outline}>
      <Suspense fallback={late.outline}>
        <Coming {...late} />
      </Suspense>
    </Rescue>
  );
}
