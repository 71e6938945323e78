import type { Json } from '../../base/json.ts';
import type { ModelDocument } from '../document.ts';
import { admit } from '../gate.ts';
import { type InnerLayer, innerDefinition } from '../layers/inner-layer.ts';
import type { NetworkLayer } from '../network.ts';
import { setArgument } from './argument.ts';
import { duplicateLayer, moveLayer, removeLayer } from './layers.ts';

/** Kernel size and dilation of a layer that slides along one axis. */
export interface Slide {
  readonly kernel: number;
  readonly dilation: number;
}

interface SlidingArguments {
  readonly kernel_size?: readonly number[];
  readonly dilation_rate?: readonly number[];
  readonly strides?: readonly number[];
}

const positionOf = ({ model }: ModelDocument, name: string) =>
  model.layers.findIndex(({ config }) => config.name === name);

/** The layer that does the sliding: the one that a wrapper carries. */
function innerOf(config: object): InnerLayer | undefined {
  return 'layer' in config ? (config.layer as InnerLayer) : undefined;
}

/** Of a convolution over one axis, also of one in a TimeDistributed; undefined of any other layer. */
export function slideOf({
  config,
  definition,
}: Pick<NetworkLayer, 'config' | 'definition'>): Slide | undefined {
  const inner = innerOf(config);
  const { operation } = inner ? innerDefinition(inner) : definition;
  const { kernel_size, dilation_rate } = (inner?.config ?? config) as SlidingArguments;
  if (operation !== 'conv' || kernel_size?.length !== 1 || dilation_rate?.length !== 1) return undefined;
  return { kernel: kernel_size[0]!, dilation: dilation_rate[0]! };
}

/** The document with a layer's kernel size and dilation set; strides give way to a dilation, as Keras takes only one. */
export function setSlide(document: ModelDocument, name: string, slide: Partial<Slide>): ModelDocument {
  const config = () => document.model.layers[positionOf(document, name)]?.config ?? {};
  const inner = innerOf(config());
  const { strides } = (inner?.config ?? config()) as SlidingArguments;
  const values: Record<string, Json> = {
    ...(slide.kernel !== undefined && { kernel_size: [slide.kernel] }),
    ...((slide.dilation ?? 1) > 1 && (strides?.[0] ?? 1) > 1 && { strides: [1] }),
    ...(slide.dilation !== undefined && { dilation_rate: [slide.dilation] }),
  };
  if (inner) {
    const layer = { class_name: inner.class_name, config: { ...inner.config, ...values } };
    return admit(setArgument(document, name, 'layer', layer as unknown as Json)).document;
  }
  let now = document;
  for (const [argument, value] of Object.entries(values))
    now = admit(setArgument(now, name, argument, value)).document;
  return now;
}

/**
 * The document with the stack of convolutions `names`, from the first to the last, made one of `dilations.length`
 * layers of `kernel` with these dilations. The last stays the last: others are taken away or added before it. Throws as
 * the gate does.
 */
export function restack(
  document: ModelDocument,
  names: readonly string[],
  kernel: number,
  dilations: readonly number[],
): ModelDocument {
  let now = document;
  let stack = [...names];
  while (stack.length > dilations.length) {
    now = admit(removeLayer(now, stack[0]!)).document;
    stack = stack.slice(1);
  }
  while (stack.length < dilations.length) {
    const last = stack.at(-1)!;
    const at = positionOf(now, last);
    now = admit(duplicateLayer(now, last)).document;
    const added = now.model.layers[at + 1]!.config.name;
    now = admit(moveLayer(now, added, at)).document;
    stack = [...stack.slice(0, -1), added, last];
  }
  stack.forEach((name, at) => {
    now = setSlide(now, name, { kernel, dilation: dilations[at]! });
  });
  return now;
}
