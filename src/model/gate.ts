import { KernelscopeError } from '../base/errors.ts';
import { copyJson, printable } from '../base/json.ts';
import { checkStateful } from './batch-size.ts';
import { checkBudget, JSON_LIMITS } from './budget.ts';
import { refuseTwoMasters } from './callbacks.ts';
import type { LayerDocument, ModelDocument } from './document.ts';
import { checkHeads, withListedHeads } from './heads.ts';
import { nameLayers } from './layer-names.ts';
import { migrate } from './migrations.ts';
import { INPUT_NAME, type Network, resolve } from './network.ts';
import { refuseTwoClips } from './optimizers.ts';
import { isStepOf, stepsBehind } from './playback.ts';
import { documentSchema } from './schema/document.ts';
import { parseWith } from './schema/parse.ts';

function parseText(text: string): unknown {
  if (text.length > JSON_LIMITS.size) {
    const expected = `a document of at most ${JSON_LIMITS.size} characters`;
    throw new KernelscopeError({
      code: 'budget',
      path: '',
      expected,
      received: `${text.length}`,
      reason: 'json-size',
    });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new KernelscopeError({ code: 'syntax', path: '', expected: 'JSON', received: printable(text) });
  }
}

/** Leaves out `inputs` and `outputs` where they only say what holds without them. */
function withoutDefaultWiring(model: ModelDocument['model']): ModelDocument['model'] {
  let previous = INPUT_NAME;
  const layers = model.layers.map(({ class_name, config, inputs }): LayerDocument => {
    const usual = inputs === undefined || (inputs.length === 1 && inputs[0] === previous);
    previous = config.name;
    return usual ? { class_name, config } : { class_name, config, inputs };
  });
  const { outputs, ...rest } = model;
  const usual = outputs === undefined || (outputs.length === 1 && outputs[0] === previous);
  return usual ? { ...rest, layers } : { ...rest, layers, outputs };
}

function checkFocus({ view }: ModelDocument, network: Network): void {
  if (!view.focus) return;
  const { layer, index, step } = view.focus;
  const shape = layer === INPUT_NAME ? network.inputShape : network.byName.get(layer)?.outputShape;
  if (!shape) {
    const expected = 'the name of a layer';
    throw new KernelscopeError({
      code: 'not-found',
      path: 'view.focus.layer',
      expected,
      received: printable(layer),
    });
  }
  const inside = index.length === shape.length && index.every((position, axis) => position < shape[axis]!);
  if (!inside) {
    const expected = `an index into ${printable(shape)}`;
    throw new KernelscopeError({
      code: 'range',
      path: 'view.focus.index',
      expected,
      received: printable(index),
    });
  }
  const node = network.byName.get(layer);
  if (isStepOf(node, step)) return;
  const steps = node && stepsBehind(node);
  const expected = steps === undefined ? 'no step: the index tells all' : `a step from 0 to ${steps - 1}`;
  throw new KernelscopeError({ code: 'range', path: 'view.focus.step', expected, received: printable(step) });
}

/**
 * The one gate: a document in any form that API.md allows (an object, or its JSON text) to the complete document
 * and what follows from it. Throws `KernelscopeError` whose path starts at the document's root, and nothing else.
 * Past it nobody checks again.
 */
export function admit(json: unknown): { document: ModelDocument; network: Network } {
  const copy = copyJson(typeof json === 'string' ? parseText(json) : json, JSON_LIMITS);
  const read = parseWith(documentSchema, withListedHeads(migrate(copy)));
  const model = withoutDefaultWiring({ ...read.model, layers: nameLayers(read.model.layers) });
  const named: ModelDocument = { ...read, model };
  checkStateful(named);
  const network = resolve(named);
  const compile = named.compile && checkHeads(named.compile, network.outputs);
  const document: ModelDocument = compile ? { ...named, compile } : named;
  checkBudget(document, network);
  checkFocus(document, network);
  if (document.compile) {
    refuseTwoClips(document.compile.optimizer);
    refuseTwoMasters(document.compile.optimizer, document.fit.callbacks);
  }
  return { document, network };
}
