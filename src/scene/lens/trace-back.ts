import { axisMeanings } from '../../model/axis-meaning.ts';
import { INPUT_NAME, type Network } from '../../model/network.ts';
import { partOf } from '../../model/part-names.ts';
import { axesText } from '../../text/layers/axes.ts';
import { cellsIn, type Region, rearranges, regionBehind, regionOf } from '../region.ts';
import { cellWords } from './axis-words.ts';

const MOST = 6;

function placeText(name: string, region: Region): string {
  const axes = region.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return `${name}[${axes.join(', ')}]`;
}

/** The cells that a cell goes back to, layer by layer to the model's input: `reshape[1, 3–7, 0]`, `input[…]`. */
export function traceBack(network: Network, layer: string, index: readonly number[]): string[] {
  const chain: string[] = [];
  let name = layer;
  let region: Region = regionOf(index);
  let loose = false;
  while (name !== INPUT_NAME && chain.length < MOST) {
    const node = network.byName.get(name)!;
    const { layer: source, part } = partOf(node.inputs[0]!);
    const behind = regionBehind(node, region);
    if (!behind || part > 0) break;
    // What lay side by side may have come from around an edge of the old axes: their box then holds others, too.
    loose ||= rearranges(node) && cellsIn(behind) > cellsIn(region);
    const single = behind.every(([first, last]) => first === last);
    const words = single
      ? cellWords(
          axisMeanings(network).get(source)!,
          behind.map(([at]) => at),
        )
      : '';
    const place = placeText(source, behind) + (words && source === INPUT_NAME ? ` (${words})` : '');
    chain.push(loose ? axesText.among(place) : place);
    name = source;
    region = behind;
  }
  return chain;
}
