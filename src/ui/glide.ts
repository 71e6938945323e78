import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useKernelscope, useView } from './context.ts';
import { enlargedBy } from './projector.ts';
import { reducedMotion } from './theme.ts';

/** How long the page takes from far to near, in milliseconds; the canvases move as long. */
export const MOVE_MS = 350;

/**
 * Lets a part of the page glide to its new place when a lens opens or closes: the layout changes at once, and only a
 * transform moves, so that a frame of it costs nothing.
 */
export function useGlide(part: RefObject<HTMLElement | null>): void {
  const { stores } = useKernelscope();
  const near = useView((view) => view.open !== undefined);
  const from = useRef<number>(undefined);
  const seen = useRef(near);

  // The stores speak before React renders: the part still stands where it was.
  useEffect(
    () =>
      stores.view.subscribe((view, before) => {
        if ((view.open === undefined) === (before.open === undefined)) return;
        from.current = part.current?.getBoundingClientRect().top;
      }),
    [stores, part],
  );
  useLayoutEffect(() => {
    if (seen.current === near) return;
    seen.current = near;
    // In the frame that shows it, which lays out once anyway.
    const frame = requestAnimationFrame(() => {
      const element = part.current;
      if (from.current === undefined || !element || reducedMotion()) return;
      const by = (from.current - element.getBoundingClientRect().top) / enlargedBy();
      if (Math.abs(by) < 1) return;
      element.animate([{ transform: `translateY(${by}px)` }, { transform: 'none' }], {
        duration: MOVE_MS,
        easing: 'cubic-bezier(0.65, 0, 0.35, 1)',
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [near, part]);
}
