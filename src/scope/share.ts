import { encodeLink } from '../formats/share-url/link.ts';
import type { ModelDocument } from '../model/document.ts';
import type { ViewState } from '../stores/state.ts';
import type { Stores } from '../stores/stores.ts';
import type { Context } from './context.ts';

/** A link that opens the same document; `weights` and `view` put these into it. Rejects with `too-long`. */
export async function shareUrl(
  { stores, queue, pageUrl }: Context,
  { weights, view }: { readonly weights: boolean; readonly view: boolean },
): Promise<string> {
  return queue(async () => {
    const page = pageUrl().replace(/#.*$/s, '');
    const { network } = stores.document.getState();
    const given = weights ? { network, tensors: stores.trace.getState().weights } : undefined;
    return encodeLink(page, sharedDocument(stores, view), given);
  });
}

/** What a link carries of the document in hand, with the view as it is now or without any. */
export function sharedDocument({ document, view }: Stores, withView: boolean): ModelDocument {
  return {
    ...document.getState().document,
    view: withView ? sharedView(view.getState()) : { playing: true },
  };
}

/** The open layer, its cell, what its lens shows, and whether it plays. What the pointer is over is nobody else's business. */
function sharedView({ open, cell, trail, playing, aspect }: ViewState): ModelDocument['view'] {
  const looked = trail.at(-1) ?? cell;
  if (open === undefined || !looked) return { playing };
  return { focus: looked, playing, ...(aspect && { aspect }) };
}
