import { useEffect, useState } from 'react';
import type { StoreApi } from 'zustand/vanilla';

/** Milliseconds in which a value that follows stores is made at most once. */
const REST = 400;

/**
 * What `make` gives, made anew when it is another function and, now and then, when one of the stores changes. The last
 * value stays until the next is there; one that is overtaken is dropped.
 */
export function useFollowed<T>(
  make: () => Promise<T> | T,
  stores: readonly Pick<StoreApi<unknown>, 'subscribe'>[],
): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    let ended = false;
    let begun = 0;
    let shown = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const update = async () => {
      timer = undefined;
      const turn = ++begun;
      const made = await make();
      if (ended || turn < shown) return;
      shown = turn;
      setValue(() => made);
    };
    const off = stores.map((store) =>
      store.subscribe(() => {
        timer ??= setTimeout(() => void update(), REST);
      }),
    );
    void update();
    return () => {
      ended = true;
      clearTimeout(timer);
      for (const stop of off) stop();
    };
  }, [make, stores]);
  return value;
}
