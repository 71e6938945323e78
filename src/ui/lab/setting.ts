import { KernelscopeError } from '../../base/errors.ts';
import type { ModelDocument } from '../../model/document.ts';
import { admit } from '../../model/gate.ts';
import { figureNames, headsOf, outputsOf } from '../../model/heads.ts';
import { sentence } from '../../text/errors.ts';
import { attempt, type Kernelscope } from '../context.ts';

type Keys = readonly (string | number)[];

/** A copy of a document (or a part of it) with one value set; nothing else in it is copied. */
export function withValue(whole: unknown, [key, ...rest]: Keys, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((item: unknown, at) => (at === key ? withValue(item, rest, value) : item));
  const parts = whole as Readonly<Record<string, unknown>>;
  return { ...parts, [key]: withValue(parts[key], rest, value) };
}

export function valueAt(whole: unknown, keys: Keys): unknown {
  return keys.reduce((part, key) => (part as Readonly<Record<string | number, unknown>>)[key], whole);
}

/** Why the gate refuses a document, in a sentence; undefined where it does not. */
export function refusalOf(document: unknown): string | undefined {
  try {
    admit(document);
    return undefined;
  } catch (error) {
    if (error instanceof KernelscopeError) return sentence(error);
    throw error;
  }
}

const edits = new WeakMap<Kernelscope, Promise<void>>();

/**
 * The same model with other settings: the weights in hand stay. One edit waits for the one before it, whose document
 * it changes.
 */
export function edit(app: Kernelscope, change: (document: ModelDocument) => unknown): void {
  const before = edits.get(app) ?? Promise.resolve();
  const next = before.then(() =>
    attempt(app, () =>
      app.scope.setDocument(change(app.stores.document.getState().document), { weights: 'keep' }),
    ),
  );
  edits.set(app, next);
}

export function setSetting(app: Kernelscope, keys: Keys, value: unknown): void {
  edit(app, (document) => withValue(document, keys, value));
}

/** What a callback may watch: the figures of this document's epochs, and the one it watches now. */
export function monitorsOf(document: ModelDocument, current: string): string[] {
  const { compile, fit } = document;
  const figures = figureNames(compile ? headsOf(compile, outputsOf(document)) : []);
  const validated = fit.validation_split > 0 ? figures.map((name) => `val_${name}`) : [];
  return [...new Set([...validated, ...figures, current])];
}
