import { useCallback, useMemo } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { KernelscopeError } from '../../base/errors.ts';
import type { Stores } from '../../stores/stores.ts';
import { type Kernelscope, useKernelscope } from '../context.ts';
import { useFollowed } from './followed.ts';

/** What a link or a widget opens. */
export interface Opened {
  readonly subject: 'model' | 'lesson';
  /** Of a model: with its weights, with what is looked at. */
  readonly weights: boolean;
  readonly view: boolean;
  /** Of a lesson: from the step in hand on. */
  readonly from: boolean;
}

/** A link's part after `#`; empty with why there is none. */
export interface Fragment {
  readonly text: string;
  readonly error?: KernelscopeError;
}

/** Address of the site's folder, ending in a slash. */
export function siteUrl(): string {
  return new URL('.', location.href.replace(/[?#].*$/s, '')).href;
}

/** Address of this page, without what it opens. */
export function pageUrl(): string {
  return location.href.replace(/[?#].*$/s, '');
}

async function fragmentOf({ scope, stores }: Kernelscope, opened: Opened): Promise<Fragment> {
  const { subject, weights, view, from } = opened;
  const lesson = stores.lesson.getState();
  if (subject === 'lesson' && lesson) {
    const progress = from ? `&progress=${encodeURIComponent(lesson.progress)}` : '';
    return { text: `lesson=${encodeURIComponent(lesson.id)}${progress}` };
  }
  try {
    const url = await scope.shareUrl({ weights, view });
    return { text: url.slice(url.indexOf('#') + 1) };
  } catch (error) {
    return { text: '', error: error as KernelscopeError };
  }
}

/** Changes of a part of a store's state. */
function partOf<T>(store: StoreApi<T>, part: (state: T) => unknown): Pick<StoreApi<unknown>, 'subscribe'> {
  return {
    subscribe: (listener) =>
      store.subscribe((state, before) => {
        if (part(state) !== part(before)) listener(state, before);
      }),
  };
}

/** Weights are long: they are written anew when a run ends, not while the pointer moves or the model trains. */
function followedBy(stores: Stores, { subject, weights, view, from }: Opened) {
  if (subject === 'lesson') return from ? [stores.lesson] : [partOf(stores.lesson, (lesson) => lesson?.id)];
  if (!weights) return view ? [stores.document, stores.view] : [stores.document];
  return [
    stores.document,
    partOf(stores.run, ({ status }) => status),
    partOf(stores.trace, ({ provenance }) => provenance),
    ...(view ? [partOf(stores.view, ({ open }) => open)] : []),
  ];
}

/** The link's part after `#`, as the page changes; undefined for a moment at first. */
export function useFragment(opened: Opened): Fragment | undefined {
  const app = useKernelscope();
  const make = useCallback(() => fragmentOf(app, opened), [app, opened]);
  const stores = useMemo(() => followedBy(app.stores, opened), [app, opened]);
  return useFollowed(make, stores);
}
