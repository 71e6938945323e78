/** A layer's document, complete or in any of its short forms. */
interface LayerForm {
  readonly class_name: string;
  readonly config: { readonly [argument: string]: unknown };
}

function isLayer(argument: string, value: unknown): value is LayerForm {
  const isForm = typeof value === 'object' && value !== null && 'class_name' in value && 'config' in value;
  return isForm && /(^|_)layer$/.test(argument);
}

/** A layer's config with `change` made to each layer among its arguments, as wrappers have them. */
export function withNested<C extends object>(config: C, change: (layer: LayerForm) => object): C {
  const entries = Object.entries(config);
  if (!entries.some(([argument, value]) => isLayer(argument, value))) return config;
  return Object.fromEntries(
    entries.map(([argument, value]) => [argument, isLayer(argument, value) ? change(value) : value]),
  ) as C;
}
