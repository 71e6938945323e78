import { LAYER_KINDS, type LayerKind } from '../../model/layers/kinds.ts';
import { layerDefinitions } from '../../model/layers/registry.ts';
import { PURPOSES, type Purpose, palette, purposeTitles } from '../../text/palette.ts';

interface Group {
  readonly purpose: Purpose;
  readonly kinds: readonly LayerKind[];
}

/** What a layer kind is found by: Keras's name in both writings, what it is for and what it does. */
function wordsOf(kind: LayerKind): string {
  const { purpose, line } = palette[kind];
  const { snakeName } = layerDefinitions[kind];
  return [kind, snakeName, snakeName.replaceAll('_', ' '), purposeTitles[purpose], line]
    .join(' ')
    .toLowerCase();
}

/** The layer kinds that have every word of the query somewhere, by purpose; where names begin with it, only those. */
export function searchPalette(query: string): readonly Group[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = LAYER_KINDS.filter((kind) => words.every((word) => wordsOf(kind).includes(word)));
  const named = found.filter((kind) => kind.toLowerCase().startsWith(words.join('')));
  const kinds = named.length > 0 ? named : found;
  return PURPOSES.map((purpose) => ({
    purpose,
    kinds: kinds.filter((kind) => palette[kind].purpose === purpose),
  })).filter((group) => group.kinds.length > 0);
}
