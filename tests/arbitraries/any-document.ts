import { createRandom, type Random } from '../../src/base/random.ts';
import { argumentsOf } from '../../src/model/arguments/arguments.ts';
import type { ModelDocument } from '../../src/model/document.ts';
import { startingConfigs } from '../../src/model/edit/starting-config.ts';
import { admit } from '../../src/model/gate.ts';
import { LAYER_KINDS, type LayerKind, WRAPPABLE_KINDS } from '../../src/model/layers/kinds.ts';
import { layerDefinitions } from '../../src/model/layers/registry.ts';
import { LOSS_NAMES } from '../../src/model/losses.ts';
import { METRIC_NAMES } from '../../src/model/metrics.ts';
import type { Network } from '../../src/model/network.ts';
import { OPTIMIZER_NAMES } from '../../src/model/optimizers.ts';
import { partName } from '../../src/model/part-names.ts';
import type { Takes } from '../../src/model/schema/takes.ts';

/** Arguments of a layer that are more often given than not make most models impossible. */
const GIVEN = 0.25;

interface Layer {
  readonly class_name: LayerKind;
  readonly config: Readonly<Record<string, unknown>>;
  readonly inputs?: readonly string[];
}

interface Draw {
  whole(least: number, most: number): number;
  one<T>(of: readonly T[]): T;
  chance(share: number): boolean;
}

function drawing(random: Random): Draw {
  const whole = (least: number, most: number) => least + Math.floor(random.uniform() * (most - least + 1));
  return {
    whole,
    one: (of) => of[whole(0, of.length - 1)]!,
    chance: (share) => random.uniform() < share,
  };
}

function number(draw: Draw, takes: Extract<Takes, { type: 'number' }>): number {
  const low = takes.least ?? takes.above ?? -1;
  const high = takes.most ?? takes.below ?? low + 2;
  // Neither end, which may be left out; thousandths, so that it is read as it is written.
  return Math.round(1000 * (low + ((high - low) * draw.whole(1, 99)) / 100)) / 1000;
}

/** Something that the argument takes, if the layer's shape lets it. */
function drawn(draw: Draw, takes: Takes): unknown {
  switch (takes.type) {
    case 'integer':
      return draw.whole(takes.least ?? -2, Math.min(takes.most ?? Infinity, (takes.least ?? -2) + 4));
    case 'number':
      return number(draw, takes);
    case 'boolean':
      return draw.chance(0.5);
    case 'choice':
      return draw.one(takes.choices);
    case 'initializer':
    case 'regularizer':
    case 'constraint':
      return draw.one(takes.choices);
    case 'sizes':
      return Array.from({ length: takes.axes }, () => draw.whole(1, 3));
    case 'integers':
      return Array.from({ length: takes.axes ?? draw.whole(1, 3) }, () => draw.whole(takes.least, 3));
    case 'pairs':
      return Array.from({ length: takes.axes }, () => [draw.whole(0, 2), draw.whole(0, 2)]);
    case 'layer':
      return layerOf(draw, draw.one(WRAPPABLE_KINDS));
    default:
      return undefined;
  }
}

function layerOf(draw: Draw, kind: LayerKind): Layer {
  const given = argumentsOf(kind).flatMap(({ name, takes }): [string, unknown][] => {
    if (takes.type === 'name' || !draw.chance(GIVEN)) return [];
    return [[name, drawn(draw, takes)]];
  });
  return { class_name: kind, config: { ...startingConfigs[kind], ...Object.fromEntries(given) } };
}

/** Names that a layer may read, the newest last. */
function readable(network: Network | undefined): string[] {
  const layers = network?.layers ?? [];
  const given = layers.flatMap(({ name, stateShapes }) =>
    [partName(name, 0), ...stateShapes.map((_, place) => partName(name, place + 1))].reverse(),
  );
  return ['input', ...given];
}

function wired(draw: Draw, layer: Layer, network: Network | undefined): Layer {
  const names = readable(network);
  if (layerDefinitions[layer.class_name].arity === 'many') {
    const count = draw.whole(2, 3);
    return { ...layer, inputs: Array.from({ length: count }, () => draw.one(names)) };
  }
  return draw.chance(0.1) ? { ...layer, inputs: [draw.one(names)] } : layer;
}

/** Layers that no other reads, in order: what is not behind an output is not in a Keras model at all. */
function ends({ layers }: Network): string[] {
  const read = new Set(layers.flatMap(({ inputs }) => inputs.map((name) => name.split('/')[0])));
  return layers.filter(({ name }) => !read.has(name)).map(({ name }) => name);
}

function attempt(json: unknown): ReturnType<typeof admit> | undefined {
  try {
    return admit(json);
  } catch {
    return undefined;
  }
}

function compileOf(draw: Draw): object {
  return {
    optimizer: draw.one(OPTIMIZER_NAMES),
    loss: draw.one(LOSS_NAMES),
    metrics: draw.chance(0.5) ? [draw.one(METRIC_NAMES)] : [],
  };
}

/**
 * A random document that passes the gate, of any layers with any arguments: they are drawn from the registries, and
 * what the gate refuses is drawn again. The same seed gives the same document as long as the registries stay.
 */
export function anyDocument(seed: number, kinds: readonly LayerKind[] = LAYER_KINDS): ModelDocument {
  const draw = drawing(createRandom(seed, 'any document'));
  const inputShape = Array.from({ length: draw.whole(1, 4) }, () => draw.whole(2, 8));
  const around = { kernelscope: 1, title: `Random ${seed}`, seed, dataset: { name: 'mnist' } };
  const fixed = draw.chance(0.1) ? { batch_size: draw.whole(1, 4) } : {};
  const wanted = draw.whole(1, 6);
  let layers: Layer[] = [];
  let admitted: ReturnType<typeof admit> | undefined;
  for (let tries = 0; tries < 200 && layers.length < wanted; tries++) {
    const layer = wired(draw, layerOf(draw, draw.one(kinds)), admitted?.network);
    const more = [...layers, layer];
    const found = attempt({ ...around, model: { input_shape: inputShape, ...fixed, layers: more } });
    if (!found) continue;
    layers = more;
    admitted = found;
  }
  if (!admitted) throw new Error(`no layer takes ${JSON.stringify(inputShape)}`);
  const outputs = ends(admitted.network);
  const model = { input_shape: inputShape, ...fixed, layers, outputs };
  const whole = { ...around, model };
  const compiled = draw.chance(0.5) ? attempt({ ...whole, compile: compileOf(draw) }) : undefined;
  return (compiled ?? admit(whole)).document;
}
