import { fromBase64url, toBase64url } from '../formats/share-url/base64url.ts';
import { admit } from '../model/gate.ts';
import type { Network } from '../model/network.ts';
import { minimise } from '../model/normalise.ts';
import type { NamedWeight, Weights } from '../model/trace.ts';
import type { Opening } from '../scope/open.ts';
import { keptWeights } from '../scope/weights.ts';
import type { TraceState, ViewState } from '../stores/state.ts';
import type { Stores } from '../stores/stores.ts';
import { beforeEdits, editedLayers } from '../stores/weight-edits.ts';

const KEY = 'kernelscope.kept';
/** What another version has written is not read. */
const VERSION = 1;

type KeptWindow = Pick<
  Window,
  'location' | 'sessionStorage' | 'addEventListener' | 'removeEventListener' | 'performance'
>;

const PROVENANCES: Record<TraceState['provenance'], true> = {
  shipped: true,
  fresh: true,
  trained: true,
  set: true,
  carried: true,
  link: true,
  edited: true,
};

type KeptWeights = readonly (readonly [
  layer: string,
  tensors: readonly (readonly [name: string, shape: readonly number[], numbers: string])[],
])[];

/** A tab's state as it is stored: of the session, so that two tabs do not mix. */
export interface Kept {
  readonly version: number;
  /** The address that it belongs to. */
  readonly fragment: string;
  readonly document: unknown;
  /** By layer: name, shape and the 32-bit floats of each tensor. */
  readonly weights: KeptWeights;
  readonly provenance: TraceState['provenance'];
  /** Layers that were changed by hand as they were before, and where those weights came from. */
  readonly before?: { readonly weights: KeptWeights; readonly from: TraceState['provenance'] } | undefined;
  readonly input: unknown;
  readonly view: Pick<ViewState, 'open' | 'aspect' | 'cell' | 'playing' | 'speed'>;
}

/** What a reload brings back. */
export interface KeptState {
  readonly opening: Opening;
  readonly view: Kept['view'];
}

function toText({ data }: NamedWeight): string {
  return toBase64url(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

function toKept(weights: Iterable<readonly [string, readonly NamedWeight[]]>): KeptWeights {
  return [...weights].map(([layer, list]) => [
    layer,
    list.map((weight) => [weight.name, weight.shape, toText(weight)]),
  ]);
}

/** The weights as they were kept, over those of `others`. */
function toWeights(kept: KeptWeights, network: Network, others: Weights = new Map()): Weights {
  const weights = kept.map(([layer, list]): [string, NamedWeight[]] => [
    layer,
    list.map(([name, shape, text]) => ({ name, shape, data: new Float32Array(fromBase64url(text)!.buffer) })),
  ]);
  return keptWeights(network, new Map([...others, ...weights]));
}

function inputOf({ input, source }: TraceState['probe']): unknown {
  if (source.type === 'sample') return { split: source.split, index: source.index };
  return source.type === 'tensor' ? { tensor: { shape: input.shape, data: [...input.data] } } : undefined;
}

/** All that is in hand, at that address. */
export function stateOf(fragment: string, stores: Stores): Kept {
  const { weights, provenance, probe, edits } = stores.trace.getState();
  const before = beforeEdits({ weights, edits });
  const { open, aspect, cell, playing, speed } = stores.view.getState();
  return {
    version: VERSION,
    fragment,
    document: minimise(stores.document.getState().document),
    weights: toKept(weights),
    provenance,
    before: before && {
      weights: toKept(
        editedLayers({ ...before, now: weights }).map((layer) => [layer, before.trained.get(layer)!]),
      ),
      from: before.from,
    },
    input: inputOf(probe),
    view: { open, aspect, cell, playing, speed },
  };
}

/** Keeps what is in hand whenever the page is left, where the browser lets it store that much. */
export function keepState(window: KeptWindow, stores: Stores): () => void {
  const keep = () => {
    if (!stores.trace.getState().trace) return;
    const state = stateOf(window.location.hash, stores);
    // Where the weights are too many for the storage, the rest is kept without them; those before the edits go first.
    const { before: _, ...edited } = state;
    for (const kept of [state, edited, { ...edited, weights: [] }]) {
      try {
        window.sessionStorage.setItem(KEY, JSON.stringify(kept));
        return;
      } catch {
        // Denied or full.
      }
    }
  };
  window.addEventListener('pagehide', keep);
  return () => window.removeEventListener('pagehide', keep);
}

function openingWeights({ weights, provenance, before }: Kept, network: Network): Opening['weights'] {
  const tensors = toWeights(weights, network);
  if (!before || !Object.hasOwn(PROVENANCES, before.from)) return { tensors, provenance };
  const trained = toWeights(before.weights, network, tensors);
  return { tensors, provenance, before: { trained, from: before.from } };
}

/** What was kept, past the gate; throws where it cannot be read, undefined where another version wrote it. */
export function openingOfKept(kept: Kept): KeptState | undefined {
  if (kept.version !== VERSION) return undefined;
  const { document, network } = admit(kept.document);
  const known = kept.weights.length > 0 && Object.hasOwn(PROVENANCES, kept.provenance);
  const weights = known ? openingWeights(kept, network) : undefined;
  return { opening: { document, network, weights, input: kept.input }, view: kept.view };
}

/** Whether the tab shows a page that it has shown before. */
export function isReloaded({ performance }: Pick<Window, 'performance'>): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'reload' || navigation?.type === 'back_forward';
}

/** What this tab held when it was reloaded or left; undefined where it came another way, or it cannot be read. */
export function keptState(window: KeptWindow): KeptState | undefined {
  if (!isReloaded(window)) return undefined;
  try {
    const kept = JSON.parse(window.sessionStorage.getItem(KEY) ?? 'null') as Kept | null;
    if (kept?.fragment !== window.location.hash) return undefined;
    return openingOfKept(kept);
  } catch {
    return undefined;
  }
}
