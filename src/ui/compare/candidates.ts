import { KernelscopeError } from '../../base/errors.ts';
import { PRESETS } from '../../formats/presets/presets.ts';
import { datasetMisfit } from '../../model/datasets/fit.ts';
import type { ModelDocument } from '../../model/document.ts';
import { admit } from '../../model/gate.ts';
import { minimise } from '../../model/normalise.ts';
import { keyOf } from '../../stores/code.ts';
import type { Kernelscope } from '../context.ts';
import { boardOf } from '../lab/board.ts';

/** A model that can be trained on the data in hand. */
export interface Candidate {
  /** `hand`, a preset's or an example's id, or `before:` and its key. */
  readonly id: string;
  readonly document: ModelDocument;
  readonly params: number;
  /** It is written for the data in hand. */
  readonly meant: boolean;
}

/** How many models of before are offered. */
const MOST_BEFORE = 4;

function shortOf(document: ModelDocument): object {
  return { ...(minimise(document) as object), view: {} };
}

/** The document on the data of the one in hand, with its seed; undefined where they don't go together. */
function fitted(id: string, json: object, hand: ModelDocument, meant: boolean): Candidate | undefined {
  const { dataset, seed } = hand;
  try {
    const { document, network } = admit({ ...json, dataset, seed });
    if (!document.compile || datasetMisfit(document, network)) return undefined;
    return { id, document, params: network.params, meant };
  } catch (error) {
    if (error instanceof KernelscopeError) return undefined;
    throw error;
  }
}

async function presets(hand: ModelDocument): Promise<Candidate[]> {
  const { openPreset } = await import('../../formats/presets/open-preset.ts');
  return PRESETS.flatMap((preset) => {
    const { reading } = openPreset(preset, hand);
    if (reading.problems.length > 0) return [];
    const meant = preset.dataset === hand.dataset.name;
    return fitted(`preset:${preset.id}`, reading.document as object, hand, meant) ?? [];
  });
}

function examples(app: Kernelscope, hand: ModelDocument): Candidate[] {
  return app.examples.flatMap(({ id, document }) => {
    const { dataset } = document as { readonly dataset?: { readonly name?: unknown } };
    return fitted(`example:${id}`, document, hand, dataset?.name === hand.dataset.name) ?? [];
  });
}

/** Models that were trained, or in hand, before: the latest first. */
function before({ stores }: Kernelscope, hand: ModelDocument): Candidate[] {
  const runs = boardOf(stores)
    .getState()
    .past.map(({ document }) => document);
  const opened = stores.document.getState().past.filter(({ edit }) => !edit);
  const compared = stores.comparison.getState().documents;
  return [...opened.map(({ document }) => document), ...runs, ...compared]
    .toReversed()
    .flatMap((document) => fitted(`before:${keyOf(document)}`, shortOf(document), hand, true) ?? []);
}

/** The document in hand and what can stand beside it, each model once. */
export async function candidatesFor(app: Kernelscope): Promise<Candidate[]> {
  const { document: hand } = app.stores.document.getState();
  const own = fitted('hand', shortOf(hand), hand, true);
  if (!own) return [];
  const known = new Set<string>();
  const unknown = ({ document }: Candidate) => {
    const key = sameModel(document);
    return !known.has(key) && known.add(key);
  };
  const others = [...(await presets(hand)), ...examples(app, hand)];
  const all = [own, ...others.sort((a, b) => Number(b.meant) - Number(a.meant))].filter(unknown);
  return [...all, ...before(app, hand).filter(unknown).slice(0, MOST_BEFORE)];
}

/** What two documents share that would be trained in the same way. */
function sameModel({ model, compile, fit }: ModelDocument): string {
  return JSON.stringify([model, compile, { ...fit, epochs: 0 }]);
}

/** A candidate with the key under which its result is kept. */
export interface Row extends Candidate {
  readonly key: string;
}

/** With the keys that go with so many epochs. */
export function rowsOf(candidates: readonly Candidate[], epochs: number): Row[] {
  return candidates.map((candidate) => {
    const { document } = candidate;
    return { ...candidate, key: keyOf({ ...document, fit: { ...document.fit, epochs } }) };
  });
}
