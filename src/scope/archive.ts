import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import type { Archives } from '../engine/archive/archives.ts';
import type { ArchiveNote } from '../formats/archive/read-archive.ts';
import { minimise } from '../model/normalise.ts';
import { archiveText } from '../text/archive.ts';
import type { Context } from './context.ts';
import type { KerasModel } from './scope.ts';

/** Bytes of a file that is looked at at all. */
const LARGEST = 260_000_000;

function archivesOf({ archives }: Context): Archives {
  if (archives) return archives;
  throw new KernelscopeError({ code: 'unsupported', reason: 'no-archives' });
}

/** The document in hand and its weights as a `.keras` archive. */
export async function toKeras(context: Context): Promise<Blob> {
  return context.queue(async () => {
    const { stores } = context;
    const bytes = await archivesOf(context).write(
      stores.document.getState().document,
      stores.trace.getState().weights,
    );
    return new Blob([bytes], { type: 'application/octet-stream' });
  });
}

/** A copy of the file's bytes: what is handed over to the worker is no longer there afterwards. */
async function bytesOf(file: unknown): Promise<Uint8Array<ArrayBuffer>> {
  if (ArrayBuffer.isView(file)) {
    return new Uint8Array(file.buffer, file.byteOffset, file.byteLength).slice() as Uint8Array<ArrayBuffer>;
  }
  // By what it can do, since a Blob of another frame is of another class.
  const blob = file as Partial<Blob> | null | undefined;
  if (typeof blob?.arrayBuffer === 'function') return new Uint8Array(await blob.arrayBuffer());
  if (Object.prototype.toString.call(file) === '[object ArrayBuffer]') {
    return new Uint8Array((file as ArrayBuffer).slice(0));
  }
  throw new KernelscopeError({
    code: 'type',
    path: 'file',
    expected: 'a Blob or an ArrayBuffer',
    received: printable(file),
  });
}

function sizeOf(file: unknown): number {
  const { size, byteLength } = (file ?? {}) as { readonly size?: unknown; readonly byteLength?: unknown };
  return Number(size ?? byteLength ?? 0);
}

function titleOf(file: unknown): string | undefined {
  const { name } = (file ?? {}) as { readonly name?: unknown };
  if (typeof name !== 'string') return undefined;
  const title = name.replace(/\.keras$/i, '').slice(0, 200);
  return title === '' ? undefined : title;
}

function noteText(note: ArchiveNote): string {
  return note.type === 'frozen' ? archiveText.frozen(note.layers) : archiveText.compile(note.error);
}

/** The document and weights of an archive, past every check; nothing changes. */
export async function fromKeras(context: Context, file: unknown): Promise<KerasModel> {
  const archives = archivesOf(context);
  if (sizeOf(file) > LARGEST) {
    throw new KernelscopeError({
      code: 'budget',
      path: 'file',
      expected: `at most ${LARGEST.toLocaleString('en-US')} bytes`,
      received: sizeOf(file).toLocaleString('en-US'),
      reason: 'archive-size',
    });
  }
  const { document, weights, notes } = await archives.read(await bytesOf(file), titleOf(file));
  return {
    document: minimise(document),
    weights: Object.fromEntries(weights),
    notes: notes.map(noteText),
  };
}
