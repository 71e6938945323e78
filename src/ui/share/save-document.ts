import { DOCUMENT_FILE, writeDocumentFile } from '../../formats/document-file.ts';
import { sharedDocument } from '../../scope/share.ts';
import type { Stores } from '../../stores/stores.ts';
import { fileName } from '../file-name.ts';
import { saveText } from '../save.ts';

/** Hands the reader the document with its view as a file; gives its name and its length in characters. */
export function saveDocument(
  stores: Stores,
  { weights }: { readonly weights: boolean },
): { readonly name: string; readonly length: number } {
  const document = sharedDocument(stores, true);
  const text = writeDocumentFile(document, weights ? stores.trace.getState().weights : undefined);
  const name = fileName(document.title, DOCUMENT_FILE);
  saveText(name, text, 'application/json');
  return { name, length: text.length };
}
