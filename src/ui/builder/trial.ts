import { KernelscopeError } from '../../base/errors.ts';
import type { ModelDocument } from '../../model/document.ts';
import { admit } from '../../model/gate.ts';
import type { Network } from '../../model/network.ts';
import { builder } from '../../text/builder.ts';
import { sentence } from '../../text/errors.ts';

/** What the gate says to an edit, before it is sent. */
export type Trial =
  | { readonly document: ModelDocument; readonly network: Network; readonly refused?: never }
  | { readonly refused: string };

/** The name of the layer that an error's path points at, in the document that was refused. */
function layerAt(path: string | undefined, edited: unknown): string | undefined {
  const position = /^model\.layers\[(\d+)\]/.exec(path ?? '')?.[1];
  if (position === undefined) return undefined;
  const { model } = edited as {
    readonly model: { readonly layers: readonly { readonly config: { readonly name: string } }[] };
  };
  return model.layers[Number(position)]?.config.name;
}

/** The gate's own sentence without its path; where another layer than `about` is what cannot be, with that one's name. */
function refusalOf(error: KernelscopeError, edited: unknown, about: string | undefined): string {
  const said = sentence({ ...error, path: undefined });
  const layer = layerAt(error.path, edited);
  return layer !== undefined && layer !== about ? builder.later(layer, said) : said;
}

/** Asks the gate. `make` gives the edited document; `about` is the layer that is edited. */
export function tryOut(make: () => unknown, about?: string): Trial {
  let edited: unknown;
  try {
    edited = make();
    return admit(edited);
  } catch (error) {
    if (!(error instanceof KernelscopeError)) throw error;
    return { refused: refusalOf(error, edited, about) };
  }
}
