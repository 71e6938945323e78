/** What a name stands for where a layer reads it: `lstm` the layer's output, `lstm/1` its first state. */
export function partOf(name: string): { readonly layer: string; readonly part: number } {
  const slash = name.lastIndexOf('/');
  if (slash < 0) return { layer: name, part: 0 };
  return { layer: name.slice(0, slash), part: Number(name.slice(slash + 1)) };
}

/** The name by which other layers read a layer's state number `part`, from 1. */
export function partName(layer: string, part: number): string {
  return part === 0 ? layer : `${layer}/${part}`;
}
