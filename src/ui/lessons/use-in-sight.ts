import { type RefObject, useEffect, useRef } from 'react';

/** Pixels that are left free around it. */
const FREE = 12;

/**
 * An element of the lesson's panel that comes into sight, with what follows it in its task, whenever one of the two
 * changes and there is something in it.
 */
export function useInSight(said: unknown, place?: unknown): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const last = useRef({ said, place });
  useEffect(() => {
    if (last.current.said === said && last.current.place === place) return;
    last.current = { said, place };
    const body = element.current?.closest('.lesson-body');
    const task = element.current?.closest('.task');
    if (!element.current || !body || !task) return;
    const { top, height } = element.current.getBoundingClientRect();
    const { bottom } = task.getBoundingClientRect();
    const sight = body.getBoundingClientRect();
    // No further than to its beginning.
    const hidden = Math.min(bottom + FREE - sight.bottom, top - FREE - sight.top);
    if (height > 0 && hidden > 0) body.scrollBy({ top: hidden });
  }, [said, place]);
  return element;
}
