import { KernelscopeError } from '../base/errors.ts';
import { printable, sameJson } from '../base/json.ts';
import { admit } from '../model/gate.ts';
import { minimise } from '../model/normalise.ts';
import type { Context } from './context.ts';

/** The short document of a script; what the script does not say is the document's in hand. Changes nothing. */
export async function fromPython({ stores }: Context, code: unknown): Promise<unknown> {
  if (typeof code !== 'string') {
    throw new KernelscopeError({ code: 'type', path: 'code', expected: 'a text', received: printable(code) });
  }
  const { document: inHand } = stores.document.getState();
  // The grammar of Python is loaded with the first script.
  const [{ fromPython: read }, { contextOf }, { problemError }] = await Promise.all([
    import('../formats/keras/from-python.ts'),
    import('../formats/keras/python-context.ts'),
    import('../formats/keras/problem-error.ts'),
  ]);
  const { document, problems } = read(code, contextOf(inHand));
  const [problem] = problems;
  if (problem) throw problemError(problem, code);
  const admitted = admit(document).document;
  // What is looked at is no part of a script: one that says what is in hand gives just that.
  const same = sameJson({ ...admitted, view: inHand.view }, inHand);
  return minimise(same ? inHand : admitted);
}
