/** A file that can be read in pieces; nothing of it is in memory before. */
export interface SourceFile {
  /** With the folders that it lies in: `dogs/rex.wav`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** The bytes from `from` up to `to` (exclusive), or up to the end. */
  read(from: number, to: number): Promise<Uint8Array>;
}

export function sourceOf(path: string, blob: Blob): SourceFile {
  return {
    path,
    size: blob.size,
    read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  };
}

export function bytesSource(path: string, bytes: Uint8Array): SourceFile {
  return { path, size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
}

/** The part of a path after its last slash. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Without a dot, in lower case; empty where there is none. */
export function endingOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
