import { INPUT_NAME, type Network } from '../../model/network.ts';
import { partOf } from '../../model/part-names.ts';

function readsOf(network: Network, name: string): readonly string[] {
  const inputs = network.byName.get(name)?.inputs ?? [];
  return inputs.map((input) => partOf(input).layer).filter((layer) => layer !== INPUT_NAME);
}

/** Layers in the order in which a walk from the outputs back to the inputs comes upon them. */
function inOrderOfVisit(network: Network): string[] {
  const visited = new Set<string>();
  const open = network.outputs.toReversed();
  while (open.length > 0) {
    const name = open.pop()!;
    if (visited.has(name)) continue;
    visited.add(name);
    open.push(...readsOf(network, name).toReversed());
  }
  return [...visited];
}

/**
 * Names of the layers in the order that Keras's functional models keep them in, which numbers their weights in an
 * archive: the farthest from an output first (the longest way counts), those equally far in the order in which a walk
 * back from the outputs comes upon them. Layers that lead to no output, which Keras would not have, come last.
 */
export function graphOrder(network: Network): readonly string[] {
  const visited = inOrderOfVisit(network);
  const reached = new Set(visited);
  const depths = new Map<string, number>();
  for (const { name } of network.layers.toReversed()) {
    const depth = depths.get(name) ?? 0;
    if (!reached.has(name)) continue;
    for (const input of readsOf(network, name)) {
      depths.set(input, Math.max(depths.get(input) ?? 0, depth + 1));
    }
  }
  const depthOf = (name: string) => depths.get(name) ?? 0;
  // Sorting keeps the order of equals.
  const ordered = visited.toSorted((a, b) => depthOf(b) - depthOf(a));
  const rest = network.layers.map(({ name }) => name).filter((name) => !reached.has(name));
  return [...ordered, ...rest];
}
