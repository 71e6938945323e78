import { KernelscopeError } from '../../base/errors.ts';
import { dataFaults } from '../../text/own-data.ts';
import { readDirectory, readEntry } from '../archive/zip.ts';
import { refusal } from './refuse.ts';
import { endingOf, type SourceFile } from './source.ts';

/** Bytes of a zip, of one file in it, and of all that is inflated of it. */
const LIMITS = { zip: 260_000_000, entry: 260_000_000, all: 600_000_000 };

const MAGIC = [0x50, 0x4b];

export async function isZip(file: SourceFile): Promise<boolean> {
  const start = await file.read(0, Math.min(4, file.size));
  const third = start[2];
  return MAGIC.every((byte, at) => start[at] === byte) && (third === 3 || third === 5);
}

/** Throws where a zip is damaged, in the words of data. */
function said(error: unknown, path: string): never {
  if (error instanceof KernelscopeError && error.code === 'budget') {
    throw refusal('budget', path, dataFaults.zipEntry(error.received ?? ''));
  }
  throw refusal('syntax', path, dataFaults.zip);
}

/**
 * The files of a zip, those of zips within it in their place. A file is inflated when it is read, and never to more
 * bytes than the zip says that it has.
 */
export async function filesOfZip(zip: SourceFile, depth = 0): Promise<SourceFile[]> {
  if (zip.size > LIMITS.zip) throw refusal('budget', zip.path, dataFaults.largeFile(zip.size, LIMITS.zip));
  const bytes = await zip.read(0, zip.size);
  let inflated = 0;
  let directory: ReturnType<typeof readDirectory>;
  try {
    directory = readDirectory(bytes);
  } catch (error) {
    said(error, zip.path);
  }
  const files: SourceFile[] = [];
  for (const [name, { size }] of directory) {
    if (name.endsWith('/') || /(^|\/)(__MACOSX|\.)/.test(name)) continue;
    let content: Uint8Array | undefined;
    const whole = () => {
      if (content) return content;
      inflated += size;
      if (inflated > LIMITS.all)
        throw refusal('budget', zip.path, dataFaults.largeFile(inflated, LIMITS.all));
      try {
        content = readEntry(bytes, directory, name, LIMITS.entry);
      } catch (error) {
        said(error, `${zip.path}/${name}`);
      }
      return content;
    };
    const file: SourceFile = {
      path: name,
      size,
      async read(from, to) {
        const part = whole().subarray(from, to);
        // Read to its end, it is not asked for again.
        if (to >= size) {
          content = undefined;
          inflated -= size;
        }
        return part;
      },
    };
    if (endingOf(name) === 'zip' && depth === 0) files.push(...(await filesOfZip(file, depth + 1)));
    else files.push(file);
  }
  return files;
}
