import type { ModelDocument } from '../../model/document.ts';
import type { LayerKind } from '../../model/layers/kinds.ts';
import { INPUT_NAME } from '../../model/network.ts';
import { insertion } from './layer-edits.ts';
import { tryOut } from './trial.ts';

/** How far from the place that was asked for another one is looked for: less far where each try takes longer. */
const REACH = 8;
const FAR = 400;

interface Insertable {
  /** Where it can be put: at the place asked for, else at the nearest; undefined where there is none near. */
  readonly at: number | undefined;
  /** Why not at the place asked for. */
  readonly refused?: string;
  /** The layer that stands before the nearest place. */
  readonly after?: string;
}

/** Whether a layer of this kind can be put at `at`, asked of the gate. */
export function insertableAt(document: ModelDocument, at: number, kind: LayerKind): Insertable {
  const { refused } = tryOut(() => insertion(at, kind)(document));
  if (refused === undefined) return { at };
  const { layers } = document.model;
  const reach = Math.min(REACH, Math.ceil(FAR / layers.length));
  for (let distance = 1; distance <= reach; distance++) {
    for (const near of [at - distance, at + distance]) {
      if (near < 0 || near > layers.length) continue;
      if (tryOut(() => insertion(near, kind)(document)).refused !== undefined) continue;
      return { at: near, refused, after: layers[near - 1]?.config.name ?? INPUT_NAME };
    }
  }
  return { at: undefined, refused };
}
