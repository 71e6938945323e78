import { argumentsOf } from '../../../model/arguments/arguments.ts';
import { LAYER_ALIASES, LAYER_KINDS, type LayerKind } from '../../../model/layers/kinds.ts';
import { bound } from '../python/calls.ts';
import { type Place, PythonFault } from '../python/fault.ts';
import {
  type Arguments,
  Native,
  type Placed,
  PyList,
  PyTuple,
  Thing,
  typeName,
  type Value,
} from '../python/values.ts';
import { type InputSpec, KerasLayer } from './graph.ts';
import type { Session } from './session.ts';
import { LAYER_HINTS, LAYER_ORDERS, RENAMED_LAYER_ARGUMENTS } from './signatures.ts';

const kindsByName = new Map<string, LayerKind>([
  ...LAYER_KINDS.map((kind) => [kind, kind] as const),
  ...Object.entries(LAYER_ALIASES),
]);

export function layerKind(name: string): LayerKind | undefined {
  return kindsByName.get(name);
}

/** Every class name of a layer that the page knows. */
export function layerNames(): Iterable<string> {
  return kindsByName.keys();
}

/** A shape as Keras takes it: a list or tuple of sizes, or one size; `None` is a free one. */
export function shapeOf({ value, place }: Placed): (number | null)[] {
  const items = value instanceof PyList || value instanceof PyTuple ? value.items : [value];
  return items.map((item) => {
    if (item === null || typeof item === 'number') return item;
    if (item instanceof Thing) throw new PythonFault('unknown-value', place, { what: item.what });
    throw new PythonFault('size', place, { type: typeName(item) });
  });
}

function batchOf(placed: Placed | undefined): number | undefined {
  return typeof placed?.value === 'number' ? placed.value : undefined;
}

/** The input that a layer's or an Input's arguments describe; those arguments are taken out. */
export function takeInput(
  given: Map<string, Placed>,
  place: Place,
  known: readonly string[],
): InputSpec | undefined {
  const take = (name: string) => {
    if (known.includes(name)) return undefined;
    const found = given.get(name);
    given.delete(name);
    return found;
  };
  const whole = take('batch_input_shape') ?? take('batch_shape');
  const shape = take('input_shape') ?? take('shape');
  const [width, length] = [take('input_dim'), take('input_length')];
  const batchSize = batchOf(take('batch_size'));
  if (whole && whole.value !== null) {
    const [batch, ...sizes] = shapeOf(whole);
    return { shape: sizes, batchSize: batch ?? undefined, place: whole.place };
  }
  if (shape) return { shape: shapeOf(shape), batchSize, place: shape.place };
  if (!width && !length) return undefined;
  const sizes = [length, width].flatMap((placed) => (placed ? shapeOf(placed) : []));
  return { shape: sizes, batchSize, place: (width ?? length)!.place ?? place };
}

/** The order of a layer's positional arguments in Keras. */
function parametersOf(kind: LayerKind): readonly string[] {
  const known = argumentsOf(kind)
    .map(({ name }) => name)
    .filter((name) => name !== 'name');
  const own = LAYER_ORDERS[kind];
  return own ? [...own, ...known.filter((name) => !own.includes(name))] : known;
}

/** Arguments by Keras's names of today. */
function renamed(session: Session, given: Arguments, known: readonly string[]): Arguments {
  const named = new Map<string, Placed>();
  for (const [argument, placed] of given.named) {
    const now = known.includes(argument) ? undefined : RENAMED_LAYER_ARGUMENTS[argument];
    const counts = now !== undefined && known.includes(now);
    if (counts) session.findings.note('renamed', placed.place, { old: argument, name: now });
    named.set(counts ? now : argument, placed);
  }
  return { ...given, named };
}

const INPUT_ARGUMENTS = [
  'input_shape',
  'batch_input_shape',
  'batch_shape',
  'input_dim',
  'input_length',
  'batch_size',
];

/** Whether an argument that the page's layer lacks may be passed over. */
function saysNothing(argument: string, value: Value, session: Session, place: Place): boolean {
  if (!LAYER_HINTS.has(argument)) return false;
  if (argument === 'trainable') return value === true;
  if (argument === 'seed' && value !== null) session.findings.note('seed-left-out', place);
  if (argument === 'dtype' && value !== null && value !== 'float32') {
    session.findings.note('dtype-left-out', place);
  }
  return true;
}

function makeLayer(session: Session, kind: LayerKind, given: Arguments): KerasLayer {
  const order = parametersOf(kind);
  const call = renamed(session, given, order);
  const config = bound(kind, [...order, 'name', ...INPUT_ARGUMENTS, ...LAYER_HINTS], call, order.length);
  const known = argumentsOf(kind).map(({ name }) => name);
  const input = takeInput(config, given.place, known);
  for (const [argument, { value, place }] of config) {
    if (known.includes(argument)) continue;
    if (!saysNothing(argument, value, session, place)) {
      throw new PythonFault('argument-not-here', place, { layer: kind, argument });
    }
    config.delete(argument);
  }
  const inner = config.get('layer')?.value;
  const innerInput = inner instanceof KerasLayer ? inner.input : undefined;
  // A wrapper of one frame says nothing of the number of frames.
  const usual = (kind as string) === 'TimeDistributed' ? undefined : innerInput;
  return new KerasLayer(session, kind, config, given.place, input ?? usual);
}

/** The constructor of a layer class. */
export function layerClass(session: Session, name: string): Thing {
  const kind = layerKind(name);
  if (kind) return new Native(name, (given) => makeLayer(session, kind, given));
  return new Native(name, ({ place }) => {
    throw new PythonFault('unknown-layer', place, { layer: name });
  });
}
