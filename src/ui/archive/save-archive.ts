import { archiveText } from '../../text/archive.ts';
import { attempt, type Kernelscope } from '../context.ts';
import { fileName } from '../file-name.ts';
import { saveBlob } from '../save.ts';

/** Hands the reader the model in hand, with its weights, as a `.keras` file. */
export async function saveArchive(app: Kernelscope): Promise<void> {
  const { scope, stores } = app;
  const progress = archiveText.saving;
  stores.status.setState({ notice: progress, error: undefined });
  await attempt(app, async () => {
    const name = fileName(stores.document.getState().document.title, 'keras');
    saveBlob(name, await scope.toKeras());
    stores.status.setState({ notice: archiveText.saved(name) });
  });
  if (stores.status.getState().notice === progress) stores.status.setState({ notice: undefined });
}
