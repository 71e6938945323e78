import type { KernelscopeError } from '../base/errors.ts';
import { archives } from '../engine/archive/client.ts';
import { loadShippedWeights } from '../engine/data/shipped-weights.ts';
import type { Engine } from '../engine/engine.ts';
import type { Example } from '../model/examples/example.ts';
import { createScope } from '../scope/create-scope.ts';
import { EXAMPLES, openExample } from '../scope/examples.ts';
import type { Scope } from '../scope/scope.ts';
import { createStores, type Stores } from '../stores/stores.ts';
import type { Lessons } from '../ui/lessons/lessons.ts';
import { documentPart, followAddress, openingOf } from './address.ts';
import { followLanguage } from './follow-language.ts';
import { followOptions } from './follow-options.ts';
import { keepState, keptState } from './kept-state.ts';
import { progressIn } from './lesson-address.ts';
import { lessonStorage } from './lesson-storage.ts';
import { createLessons } from './lessons.ts';
import { followUnloaded } from './offline/unloaded.ts';
import { type Options, optionsOf } from './options.ts';
import { followPreferences } from './preferences.ts';
import { withReducedData } from './reduce-data.ts';

declare global {
  interface Window {
    readonly kernelscope: Scope;
  }
}

/** A page's Kernelscope: what its interface stands on. */
export interface App {
  readonly scope: Scope;
  readonly stores: Stores;
  readonly examples: readonly Example[];
  openExample(example: Example): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** What the address said when the page was opened. */
  readonly options: Options;
  readonly lessons: Lessons;
  /** When the texts are in the language that is wanted. */
  readonly spoken: Promise<void>;
  /** Goes to another address of this page, without an entry of the history; resolves when its document is open. */
  goTo(fragment: string): Promise<void>;
  /** Ends the engine and work beside the page, and takes every listener off. */
  destroy(): void;
}

/**
 * Starts the page, without its interface: the engine first, so that its worker, the weights and the first picture
 * load side by side; then the scope, `window.kernelscope`, and the address. A page that is `framed`, in someone else's
 * page, keeps nothing in this browser, and adds nothing to the history of its tab. A `widget` shows parts of the page. Work
 * beside the page has `spare` engines.
 */
export function boot(
  window: Window & typeof globalThis,
  createEngine: () => Engine,
  {
    framed = false,
    widget = false,
    spare = createEngine,
  }: { readonly framed?: boolean; readonly widget?: boolean; readonly spare?: () => Engine } = {},
): App {
  const engine = createEngine();
  const { hash, href } = window.location;
  const options = optionsOf(window.location);
  const shipped = once(() => loadShippedWeights(new URL('.', href).href, (url) => window.fetch(url)));
  const kept = framed ? undefined : keptState(window);
  if (documentPart(hash) === '' && options.lesson === undefined && !kept)
    void shipped().catch(() => undefined);

  const stores = createStores();
  const endPreferences = framed ? undefined : followPreferences(window, stores);
  const endUnloaded = followUnloaded(window, stores, { framed });
  const following = followOptions(window, stores, { widget });
  const language = followLanguage(window, stores);
  // Opening a document takes from the view what does not fit it.
  if (kept) stores.view.setState(kept.view);
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) stores.view.setState({ playing: false });
  const openingAt = async (fragment: string) => {
    // What is said of a link is said in the reader's language.
    if (documentPart(fragment) !== '') await language.first;
    const opening = await openingOf(fragment);
    const reduces = stores.embedding.getState().data === 'reduced';
    return reduces ? withReducedData(opening, shipped) : opening;
  };
  const scope = createScope({
    engine,
    stores,
    // A lesson brings documents of its own.
    opening: kept ? Promise.resolve(kept.opening) : openingAt(options.lesson === undefined ? hash : ''),
    shipped,
    archives,
    dataReader,
    spare,
    // What is shared opens the whole page.
    pageUrl: () => new URL(framed ? 'index.html' : '', window.location.href.replace(/[?#].*$/s, '')).href,
  });
  Object.assign(window, { kernelscope: scope });
  const still = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const storage = lessonStorage(framed ? undefined : window);
  const lessons = createLessons({ window, keeps: !framed, storage, scope, stores, shipped, still });
  const going = options.lesson === undefined ? undefined : progressIn(window.history.state, options.lesson);
  const address = followAddress(window, scope, stores, { pushes: !framed, lessons, openingAt });
  if (options.lesson !== undefined) {
    const progress = going ?? options.progress ?? lessons.goesOn(options.lesson);
    lessons
      .begin(options.lesson, { progress, keepsPage: kept !== undefined })
      .catch((error: KernelscopeError) => {
        stores.status.setState({ error });
      });
  }
  const endKeeping = framed ? undefined : keepState(window, stores);

  return {
    scope,
    stores,
    examples: EXAMPLES,
    openExample: (example) => openExample(scope, example),
    undo: async () => void (await scope.undo()),
    redo: async () => void (await scope.redo()),
    lessons,
    options,
    spoken: language.first,
    async goTo(fragment) {
      window.location.replace(fragment);
      following.arrive();
      await address.arrive();
    },
    destroy() {
      lessons.end();
      address.end();
      endKeeping?.();
      endPreferences?.();
      following.end();
      endUnloaded();
      language.end();
      // An experiment or a comparison has an engine of its own, which ends with it.
      void scope.pause().catch(() => undefined);
      engine.destroy();
    },
  };
}

const dataReader = once(async () => (await import('../engine/own-data/client.ts')).createDataReader());

/** Calls `load` once; after a failure the next call tries again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
