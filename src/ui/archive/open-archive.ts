import { formatCount } from '../../scene/format.ts';
import { archiveText } from '../../text/archive.ts';
import { attempt, type Kernelscope } from '../context.ts';

/** Opens the model of a `.keras` file with its weights; what cannot be opened is said and changes nothing. */
export async function openArchive(app: Kernelscope, file: File): Promise<void> {
  const { scope, stores } = app;
  const progress = archiveText.opening(file.name);
  stores.status.setState({ notice: progress, error: undefined });
  await attempt(app, async () => {
    const { document, weights, notes } = await scope.fromKeras(file);
    await scope.setDocument(document, { weights });
    const { network } = stores.document.getState();
    const layers = formatCount(network.layers.length);
    const opened = archiveText.opened(file.name, layers, formatCount(network.params));
    stores.status.setState({ notice: [opened, ...notes].join(' ') });
  });
  if (stores.status.getState().notice === progress) stores.status.setState({ notice: undefined });
}
