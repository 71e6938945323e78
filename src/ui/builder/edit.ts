import type { ModelDocument } from '../../model/document.ts';
import { attempt, type Kernelscope } from '../context.ts';
import { tryOut } from './trial.ts';

/** One change of the model by hand. */
export interface Edit {
  /** From the document in hand to the edited one, unchecked. */
  readonly make: (document: ModelDocument) => unknown;
  /** What the history calls it. */
  readonly label: string;
  /** The layer that is edited; a refusal names every other. */
  readonly about?: string | undefined;
  /** The layer that it is done to: where an edit before it has taken it away, there is nothing to do. */
  readonly of?: string;
  /** New names of layers by old ones. */
  readonly renamed?: Readonly<Record<string, string>>;
}

const tails = new WeakMap<Kernelscope, Promise<unknown>>();

async function send(
  app: Kernelscope,
  { make, label, about, of, renamed }: Edit,
): Promise<string | undefined> {
  const { document, network } = app.stores.document.getState();
  if (of !== undefined && !network.byName.has(of)) return undefined;
  const trial = tryOut(() => make(document), about);
  if (trial.refused !== undefined) return trial.refused;
  const names = renamed && { renamed };
  await attempt(app, () => app.scope.setDocument(trial.document, { weights: 'carry', label, ...names }));
  return undefined;
}

/**
 * Makes a change after those before it. Resolves to the gate's sentence where it refuses; then nothing was changed, and
 * a run goes on. A run is ended by a change that is made.
 */
export function edit(app: Kernelscope, change: Edit): Promise<string | undefined> {
  const sent = (tails.get(app) ?? Promise.resolve()).then(() => send(app, change));
  tails.set(
    app,
    sent.catch(() => undefined),
  );
  return sent;
}
