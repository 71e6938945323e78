import { createStore } from 'zustand/vanilla';

/** A file with the folders that it lies in. */
export interface OwnFile {
  readonly path: string;
  readonly file: File;
}

interface OwnFiles {
  /** What is being opened; undefined where nothing is. */
  readonly files: readonly OwnFile[] | undefined;
  /** Counts how often files were brought: each time the data are shown. */
  readonly brought: number;
}

/** Files that the reader has brought, to be looked at before they are used. */
export const ownFiles = createStore<OwnFiles>(() => ({ files: undefined, brought: 0 }));

export function bringFiles(files: readonly OwnFile[]): void {
  if (files.length > 0) ownFiles.setState(({ brought }) => ({ files, brought: brought + 1 }));
}

export function dismissFiles(): void {
  ownFiles.setState({ files: undefined });
}

/** Files that were chosen in a dialog, with the folder that they were chosen in. */
export function chosenFiles(list: FileList | null): OwnFile[] {
  return [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}
