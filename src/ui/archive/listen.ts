import { attempt, type Kernelscope } from '../context.ts';

/** `.keras` files and documents dropped anywhere on the page open. Returns the function that takes it off. */
export function listenForArchives(app: Kernelscope): () => void {
  const dropped = (event: DragEvent) => {
    const file = [...(event.dataTransfer?.files ?? [])].find(({ name }) => /\.(?:keras|json)$/i.test(name));
    if (!file) return;
    // Ahead of the listener for pictures, which leaves alone what is taken already.
    event.preventDefault();
    void attempt(app, async () => {
      if (/\.json$/i.test(file.name)) {
        const { openDocument } = await import('../share/open-document.ts');
        return openDocument(app, file);
      }
      const { openArchive } = await import('./open-archive.ts');
      return openArchive(app, file);
    });
  };
  const over = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  document.addEventListener('drop', dropped, { capture: true });
  document.addEventListener('dragover', over);
  return () => {
    document.removeEventListener('drop', dropped, { capture: true });
    document.removeEventListener('dragover', over);
  };
}
