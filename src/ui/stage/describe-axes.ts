import { axisMeanings } from '../../model/axis-meaning.ts';
import type { Focus } from '../../model/document.ts';
import type { Network } from '../../model/network.ts';
import { formatCount } from '../../scene/format.ts';
import { axisWords } from '../../scene/lens/axis-words.ts';
import { rearranges } from '../../scene/region.ts';
import { axesText } from '../../text/layers/axes.ts';

/** What the axes of a layer that only rearranges mean now, in sentences. Empty of other layers. */
export function describeAxes(network: Network, { layer }: Focus): string[] {
  const node = network.byName.get(layer)!;
  const axes = axisMeanings(network).get(layer)!;
  if (!rearranges(node)) return [];
  return axes.map(
    (axis, at) => `${axesText.axis(formatCount(at + 1), formatCount(axis.size), axisWords(axis))}.`,
  );
}
