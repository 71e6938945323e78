import { bringFiles, type OwnFile } from './own-files.ts';

/** Endings of files that are data; pictures and models are taken by others. */
const DATA = /\.(csv|tsv|txt|dat|npy|npz|zip|wav|wave|mp3|ogg|oga|opus|flac|m4a|aac|aiff?)$/i;

/** Files of a folder that are looked at. */
const MOST_FILES = 20_001;

function filesOf(entry: FileSystemEntry, into: OwnFile[]): Promise<void> {
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) {
    return new Promise((resolve) => {
      (entry as FileSystemFileEntry).file(
        (file) => {
          into.push({ path, file });
          resolve();
        },
        // One that cannot be read is missed by what needs it.
        () => resolve(),
      );
    });
  }
  return filesWithin((entry as FileSystemDirectoryEntry).createReader(), into);
}

/** A reader gives the entries of a folder a hundred at a time. */
async function filesWithin(reader: FileSystemDirectoryReader, into: OwnFile[]): Promise<void> {
  while (into.length < MOST_FILES) {
    const entries = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (entries.length === 0) return;
    for (const entry of entries) await filesOf(entry, into);
  }
}

/** Data files and folders dropped anywhere on the page are looked at. Returns the function that takes it off. */
export function listenForData(): () => void {
  const dropped = (event: DragEvent) => {
    if (event.defaultPrevented) return;
    const items = [...(event.dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file');
    // Entries are there only as long as the event is.
    const entries = items.flatMap((item) => item.webkitGetAsEntry() ?? []);
    const loose = entries.length > 0 ? [] : [...(event.dataTransfer?.files ?? [])];
    const isData =
      entries.some((entry) => entry.isDirectory || DATA.test(entry.name)) ||
      loose.some(({ name }) => DATA.test(name));
    if (!isData) return;
    event.preventDefault();
    const files: OwnFile[] = loose.map((file) => ({ path: file.name, file }));
    void Promise.all(entries.map((entry) => filesOf(entry, files))).then(() => bringFiles(files));
  };
  // After the listener for models and ahead of the one for pictures, which leave alone what is taken already.
  document.addEventListener('drop', dropped, { capture: true });
  return () => document.removeEventListener('drop', dropped, { capture: true });
}
