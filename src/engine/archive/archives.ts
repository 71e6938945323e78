import type { OpenedArchive } from '../../formats/archive/read-archive.ts';
import type { ModelDocument } from '../../model/document.ts';
import type { Weights } from '../../model/trace.ts';

/** Reads and writes `.keras` archives, away from the page's thread. */
export interface Archives {
  /** `title` is what the document is called where the archive says nothing. */
  read(bytes: Uint8Array<ArrayBuffer>, title?: string): Promise<OpenedArchive>;
  write(document: ModelDocument, weights: Weights): Promise<Uint8Array<ArrayBuffer>>;
}
