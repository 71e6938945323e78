import { KernelscopeError } from '../base/errors.ts';
import { copyJson, printable } from '../base/json.ts';
import type { GivenFile } from '../engine/own-data/data-worker.ts';
import type { DataReader, ReadOptions } from '../engine/own-data/reader.ts';
import type { Look } from '../formats/data/look.ts';
import { type Reading, readingSchema } from '../model/datasets/reading.ts';
import { modelForData } from '../model/edit/model-for-data.ts';
import { parseWith } from '../model/schema/parse.ts';
import { isObject } from './check.ts';
import type { Context } from './context.ts';
import { publicError } from './public-error.ts';
import type { DataLook, OpenedData } from './scope.ts';

const READING_LIMITS = { depth: 4, size: 1_000_000 };

function isBlob(value: unknown): value is Blob {
  // By what it can do, since a Blob of another frame is of another class.
  return isObject(value) && typeof value.slice === 'function' && typeof value.arrayBuffer === 'function';
}

/** The path that a file was given with, or has from a folder that was chosen. */
function pathOf(file: Blob): string {
  const { name, webkitRelativePath } = file as Partial<File>;
  return (webkitRelativePath || name || 'data').slice(0, 1000);
}

function givenFile(value: unknown, path: string): GivenFile {
  if (isBlob(value)) return { path: pathOf(value), blob: value };
  if (isObject(value) && isBlob(value.file)) {
    return {
      path: typeof value.path === 'string' ? value.path.slice(0, 1000) : pathOf(value.file),
      blob: value.file,
    };
  }
  const expected = 'a File, or {path, file}';
  throw new KernelscopeError({ code: 'type', path, expected, received: printable(value) });
}

function givenFiles(files: unknown): readonly GivenFile[] {
  if (isBlob(files) || (isObject(files) && isBlob(files.file))) return [givenFile(files, 'files')];
  if (isObject(files) && typeof files.length === 'number') {
    return Array.from(files as unknown as ArrayLike<unknown>, (file, at) => givenFile(file, `files[${at}]`));
  }
  const expected = 'a File, or a list of them';
  throw new KernelscopeError({ code: 'type', path: 'files', expected, received: printable(files) });
}

function givenReading(reading: unknown): Reading {
  return parseWith(readingSchema, copyJson(reading ?? {}, READING_LIMITS));
}

function givenOptions(options: { readonly progress?: unknown; readonly signal?: unknown }): ReadOptions {
  const { progress, signal } = options;
  if (progress !== undefined && typeof progress !== 'function') {
    throw new KernelscopeError({
      code: 'type',
      path: 'progress',
      expected: 'a function',
      received: printable(progress),
    });
  }
  return { progress: progress as ReadOptions['progress'], signal: signal as AbortSignal | undefined };
}

async function readerOf(context: Context): Promise<DataReader> {
  if (context.dataReader) return context.dataReader();
  throw new KernelscopeError({ code: 'unsupported', reason: 'no-data-reader' });
}

interface Options {
  readonly reading?: unknown;
  readonly progress?: unknown;
  readonly signal?: unknown;
}

/** What files are, and what a reading of them would give; nothing changes. */
export async function inspectData(
  context: Context,
  files: unknown,
  options: Options & { readonly sample?: unknown },
): Promise<DataLook> {
  const given = givenFiles(files);
  const reading = givenReading(options.reading);
  const { sample = 0 } = options;
  if (!Number.isSafeInteger(sample)) {
    const expected = 'a whole number';
    throw new KernelscopeError({ code: 'type', path: 'sample', expected, received: printable(sample) });
  }
  const reader = await readerOf(context);
  const look: Look = await reader.look(given, reading, sample as number, givenOptions(options));
  const { fault, preview, ...rest } = look;
  return {
    ...rest,
    ...(preview && { preview }),
    ...(fault && { error: publicError(new KernelscopeError(fault)) }),
  };
}

/** Reads files and holds what they give in the browser; the document is as it was. */
export async function openData(context: Context, files: unknown, options: Options): Promise<OpenedData> {
  const given = givenFiles(files);
  const reading = givenReading(options.reading);
  const reader = await readerOf(context);
  const { dataset, data, notes } = await reader.take(given, reading, givenOptions(options));
  return context.queue(async () => {
    const kept = await context.engine.hold(dataset, data);
    const document = modelForData(context.stores.document.getState().document, dataset);
    return { dataset, document, notes, kept };
  });
}

export async function closeData(context: Context): Promise<void> {
  if (context.dataReader) (await context.dataReader()).close();
}
