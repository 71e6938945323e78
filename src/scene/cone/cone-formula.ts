import type { Cone, ReachTerm } from '../../model/cone.ts';
import { coneText } from '../../text/layers/cone.ts';
import { spokenLayer } from '../../text/names.ts';
import { formatCount } from '../format.ts';
import { plain } from '../lens/formula.ts';
import type { FormulaPart } from '../lens/request.ts';

function alike(terms: readonly ReachTerm[]): boolean {
  return terms.length > 1 && terms.every(({ kernel, jump }) => kernel === terms[0]!.kernel && jump === 1);
}

/** `1 + (3 − 1)×2×4`: kernel, dilation, and the strides before where there are any. */
function written(terms: readonly ReachTerm[]): string {
  if (terms.length === 0) return '1';
  if (alike(terms)) {
    const dilations = terms.map(({ dilation }) => dilation).join(' + ');
    return `1 + (${terms[0]!.kernel} − 1)×(${dilations})`;
  }
  const sums = terms.map(({ kernel, dilation, jump }) => {
    return `(${kernel} − 1)×${dilation}${jump === 1 ? '' : `×${jump}`}`;
  });
  return `1 + ${sums.join(' + ')}`;
}

/** The reach of the highest layer alone. */
function layerReach({ levels }: Cone): string | undefined {
  const { grown } = levels.at(-1)!;
  const own = grown.at(-1);
  if (!own || own.layer !== levels.at(-1)!.name || grown.length === 1) return undefined;
  const alone = { ...own, jump: 1 };
  const reach = 1 + (own.kernel - 1) * own.dilation;
  return `${coneText.layer(own.layer)}${written([alone])} = ${formatCount(reach)}`;
}

/**
 * `conv1d_2: 1 + (3 − 1)×4 = 9;  stack on input: 1 + (3 − 1)×(1 + 2 + 4) = 15`: the reach of a layer on what it
 * reads, and of all layers below on the lowest of them. Empty behind a transposed window.
 */
export function reachFormula(cone: Cone): FormulaPart[] {
  const { reach, grown } = cone.levels.at(-1)!;
  if (reach === undefined) return [];
  const layer = layerReach(cone);
  return [
    ...(layer === undefined ? [] : [plain(`${layer},   `)]),
    plain(coneText.stack(grown.length, spokenLayer(cone.levels[0]!.name))),
    plain(`${written(grown)} = `),
    { text: formatCount(reach), tone: 'output' },
  ];
}
