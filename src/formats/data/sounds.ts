import { dataFaults } from '../../text/own-data.ts';
import { refusal } from './refuse.ts';
import { baseName, endingOf, type SourceFile } from './source.ts';

/** Endings of the sounds that browsers play. */
const ENDINGS = new Set([
  'wav',
  'wave',
  'mp3',
  'ogg',
  'oga',
  'opus',
  'flac',
  'm4a',
  'aac',
  'weba',
  'webm',
  'aif',
  'aiff',
]);

export function isSound(path: string): boolean {
  return ENDINGS.has(endingOf(path));
}

/** One sound, its channels mixed to one. */
export interface Sound {
  readonly path: string;
  readonly values: Float32Array;
}

/** The folder that a file lies in; empty where none is told. */
function folderOf(path: string): string {
  return path.split('/').at(-2) ?? '';
}

/** What a name begins with: `7_jackson_0.wav` is a 7, `dog-12.wav` and `dog12.wav` are dogs. */
function prefixOf(path: string): string {
  const name = baseName(path).replace(/\.[^.]*$/, '');
  return /^(\d+|[^\d_\-. ]+)/.exec(name)?.[0] ?? name;
}

/** What the sounds are called by: their folders where there are several, else how their names begin. */
export function usualClasses(paths: readonly string[]): 'folders' | 'names' {
  return new Set(paths.map(folderOf)).size > 1 ? 'folders' : 'names';
}

export function classOf(path: string, from: 'folders' | 'names'): string {
  return (from === 'folders' ? folderOf(path) : prefixOf(path)).slice(0, 100);
}

/** Whether a file begins as text does, of which `bytes` may end within a character. */
function isText(bytes: Uint8Array): boolean {
  try {
    const start = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    // No control characters but tabs and line ends.
    return !/[\p{Cc}]/u.test(start.replace(/[\t\n\r]/g, ''));
  } catch {
    return false;
  }
}

/** @throws KernelscopeError where a file that is called a sound is empty or text. */
export async function checkSound(file: SourceFile): Promise<void> {
  if (file.size === 0) throw refusal('syntax', file.path, dataFaults.empty);
  const start = await file.read(0, Math.min(256, file.size));
  if (isText(start)) throw refusal('syntax', file.path, dataFaults.textAsSound(endingOf(file.path)));
}
