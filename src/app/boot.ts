import { archives } from '../engine/archive/client.ts';
import { loadShippedWeights } from '../engine/data/shipped-weights.ts';
import type { Engine } from '../engine/engine.ts';
import type { Example } from '../model/examples/example.ts';
import { createScope } from '../scope/create-scope.ts';
import { EXAMPLES, openExample } from '../scope/examples.ts';
import type { Scope } from '../scope/scope.ts';
import { createStores, type Stores } from '../stores/stores.ts';
import { followAddress, openingOf } from './address.ts';
import { keepState, keptState } from './kept-state.ts';
import { followPreferences } from './preferences.ts';

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
  /** The parts that an embedding page asked for (`show=lens,code`); empty where it said nothing. */
  readonly show: readonly string[];
  /** Ends the engine and work beside the page, and takes every listener off. */
  destroy(): void;
}

/**
 * Starts the page, without its interface: the engine first, so that its worker, the weights and the first picture
 * load side by side; then the scope, `window.kernelscope`, and the address.
 */
export function boot(window: Window & typeof globalThis, createEngine: () => Engine): App {
  const engine = createEngine();
  const { hash, href, search } = window.location;
  const shipped = once(() => loadShippedWeights(new URL('.', href).href, (url) => window.fetch(url)));
  const kept = keptState(window);
  if (hash === '' && !kept) void shipped().catch(() => undefined);

  const stores = createStores();
  const endPreferences = followPreferences(window, stores);
  // Opening a document takes from the view what does not fit it.
  if (kept) stores.view.setState(kept.view);
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) stores.view.setState({ playing: false });
  const scope = createScope({
    engine,
    stores,
    opening: kept ? Promise.resolve(kept.opening) : openingOf(hash),
    shipped,
    archives,
    dataReader,
    spare: createEngine,
    pageUrl: () => window.location.href,
  });
  Object.assign(window, { kernelscope: scope });
  const endAddress = followAddress(window, scope, stores);
  const endKeeping = keepState(window, stores);

  return {
    scope,
    stores,
    examples: EXAMPLES,
    openExample: (example) => openExample(scope, example),
    undo: async () => void (await scope.undo()),
    redo: async () => void (await scope.redo()),
    show: shownParts(search),
    destroy() {
      endAddress();
      endKeeping();
      endPreferences();
      // An experiment or a comparison has an engine of its own, which ends with it.
      void scope.pause().catch(() => undefined);
      engine.destroy();
    },
  };
}

function shownParts(search: string): string[] {
  const asked = new URLSearchParams(search).get('show') ?? '';
  return asked
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
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
