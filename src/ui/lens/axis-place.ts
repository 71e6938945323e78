import { axisMeanings, meaningOf } from '../../model/axis-meaning.ts';
import type { Focus } from '../../model/document.ts';
import type { Network } from '../../model/network.ts';
import { formatCount } from '../../scene/format.ts';
import { axesText } from '../../text/layers/axes.ts';

/** Where a cell stands, an axis each, in words that stay true where axes were turned or mixed; undefined elsewhere. */
export function axisPlace(network: Network, { layer, index }: Focus): readonly [string, string] | undefined {
  const axes = axisMeanings(network).get(layer);
  if (axes?.length !== 2 || index.length !== 2) return undefined;
  const [rows, cols] = axes as [(typeof axes)[number], (typeof axes)[number]];
  const isUsual =
    meaningOf(rows) === 'step' && rows.parts[0]!.each === 1 && !['mixed', 'unit'].includes(meaningOf(cols));
  if (isUsual || meaningOf(rows) === 'single') return undefined;
  const place = (axis: typeof rows, at: number, word: string) => {
    const meaning = meaningOf(axis);
    const whole =
      axis.parts.length === 1 && axis.parts[0]!.each === 1 && meaning !== 'mixed' && meaning !== 'single';
    const size = formatCount(axis.size);
    return axesText.placeOf(whole ? axesText.whole(meaning) : word, formatCount(at), size);
  };
  return [place(rows, index[0]!, axesText.whole('row')), place(cols, index[1]!, axesText.whole('col'))];
}
