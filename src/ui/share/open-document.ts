import { readDocumentFile } from '../../formats/document-file.ts';
import { share } from '../../text/share.ts';
import { attempt, type Kernelscope } from '../context.ts';

/** Opens a document from a file, with its weights where it has some; what cannot be opened is said and changes nothing. */
export async function openDocument(app: Kernelscope, file: File): Promise<void> {
  const { scope, stores } = app;
  await attempt(app, async () => {
    const { document, weights } = readDocumentFile(await file.text());
    await scope.setDocument(document, weights && { weights });
    stores.status.setState({ notice: share.file.opened(file.name), error: undefined });
  });
}
