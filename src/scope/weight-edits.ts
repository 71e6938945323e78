import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import { flatIndex } from '../base/tensor.ts';
import type { WeightEdit } from '../model/kernels/apply.ts';
import type { NetworkLayer } from '../model/network.ts';
import type { NamedWeight, Trace } from '../model/trace.ts';
import { edited, editsOf, gestureBack } from '../stores/weight-edits.ts';
import { kernelsText } from '../text/kernels.ts';
import { isObject, layerNamed } from './check.ts';
import type { Context } from './context.ts';
import { emitTrace } from './emit-trace.ts';
import { endRun } from './run.ts';

/** Changes single weights; those that training has reached stay as they are. */
export async function editWeights(
  context: Context,
  name: string,
  given: unknown,
  step: unknown,
): Promise<void> {
  const { engine, stores, queue } = context;
  return queue(async () => {
    const layer = layerNamed(stores.document.getState().network, name);
    const edits = givenEdits(layer, given);
    const gesture = step === undefined ? undefined : givenStep(step);
    if (context.run) {
      await endRun(context);
      stores.status.setState({ notice: kernelsText.paused });
    }
    const weights = patched(stores.trace.getState().weights.get(name) ?? [], edits);
    const trace = await engine.setWeights(name, weights);
    stores.trace.setState((state) => ({ trace, ...edited(state, name, weights, gesture) }));
    emitTrace(context);
  });
}

/** Gives back, bit by bit, the weights from before the first edit. */
export async function restoreWeights(context: Context): Promise<boolean> {
  const { engine, stores, queue } = context;
  return queue(async () => {
    const state = stores.trace.getState();
    const edits = context.run ? undefined : editsOf(state);
    if (!edits) return false;
    let { trace } = state;
    for (const [layer, list] of edits.trained) {
      if (state.weights.get(layer) !== list) trace = await engine.setWeights(layer, list);
    }
    stores.trace.setState({ trace, weights: edits.trained, provenance: edits.from, edits: undefined });
    emitTrace(context);
    return true;
  });
}

export async function undoEdit(context: Context): Promise<boolean> {
  return bringBack(context, 'past');
}

export async function redoEdit(context: Context): Promise<boolean> {
  return bringBack(context, 'future');
}

/** One gesture back or forth; false where the last change was none of a weight. */
async function bringBack(context: Context, way: 'past' | 'future'): Promise<boolean> {
  const { engine, stores, queue } = context;
  return queue(async () => {
    const back = context.run ? undefined : gestureBack(stores.trace.getState(), way);
    if (!back) return false;
    const trace: Trace = await engine.setWeights(back.gesture.layer, back.gesture.weights);
    stores.trace.setState({ trace, ...back.changed });
    emitTrace(context);
    return true;
  });
}

function patched(weights: readonly NamedWeight[], edits: readonly WeightEdit[]): NamedWeight[] {
  return weights.map((weight) => {
    const own = edits.filter((edit) => edit.weight === weight.name);
    if (own.length === 0) return weight;
    const data = weight.data.slice();
    for (const { index, value } of own) data[flatIndex(weight.shape, index)] = value;
    return { ...weight, data };
  });
}

function givenStep(step: unknown): string {
  if (typeof step === 'string') return step;
  throw new KernelscopeError({ code: 'type', path: 'step', expected: 'a string', received: printable(step) });
}

function givenEdits(layer: NetworkLayer, given: unknown): WeightEdit[] {
  if (!Array.isArray(given)) {
    const expected = 'a list of {weight, index, value}';
    throw new KernelscopeError({ code: 'type', path: 'edits', expected, received: printable(given) });
  }
  return given.map((edit: unknown, at) => givenEdit(layer, edit, `edits[${at}]`));
}

function givenEdit(layer: NetworkLayer, edit: unknown, path: string): WeightEdit {
  const { weight, index, value } = isObject(edit) ? edit : {};
  const spec = layer.weights.find((known) => known.name === weight);
  if (!spec) {
    const expected = layer.weights.map((known) => known.name).join(', ') || 'no weights';
    throw new KernelscopeError({
      code: 'not-found',
      path: `${path}.weight`,
      expected,
      received: printable(weight),
      reason: 'weight',
    });
  }
  const inside =
    Array.isArray(index) &&
    index.length === spec.shape.length &&
    spec.shape.every((size, axis) => Number.isInteger(index[axis]) && index[axis] >= 0 && index[axis] < size);
  if (!inside) {
    throw new KernelscopeError({
      code: 'not-found',
      path: `${path}.index`,
      expected: `an index into ${printable(spec.shape)}`,
      received: printable(index),
      reason: 'index',
    });
  }
  if (typeof value !== 'number' || !Number.isFinite(Math.fround(value))) {
    throw new KernelscopeError({
      code: typeof value === 'number' ? 'range' : 'type',
      path: `${path}.value`,
      expected: 'a finite number',
      received: printable(value),
    });
  }
  return { weight: spec.name, index: [...index], value };
}
