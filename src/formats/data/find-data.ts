import { MOST_COLUMNS } from '../../model/datasets/reading.ts';
import { dataFaults } from '../../text/own-data.ts';
import { type NpyArray, readNpy } from './npy.ts';
import type { SoundFeatures, Transform } from './plan-sounds.ts';
import type { Progress } from './progress.ts';
import { refusal } from './refuse.ts';
import { SOUND_RATE } from './sound-rate.ts';
import { checkSound, isSound, type Sound } from './sounds.ts';
import { baseName, endingOf, type SourceFile } from './source.ts';
import type { Table } from './table.ts';
import { tableOfArray } from './table-of-array.ts';
import { uciFiles } from './uci.ts';
import { filesOfZip, isZip } from './zip-files.ts';

export interface SessionParts {
  /** A sound's samples at `SOUND_RATE`, one channel; rejects where it is none. */
  readonly decode?: (bytes: Uint8Array) => Promise<Float32Array>;
  readonly transforms: Readonly<Record<SoundFeatures, Transform>>;
}

const LIMITS = {
  files: 20_000,
  sounds: 3000,
  soundBytes: 20_000_000,
  soundSeconds: 1200,
  array: 260_000_000,
};

export type Found =
  | { readonly type: 'table'; readonly source: SourceFile }
  | { readonly type: 'arrays'; readonly arrays: readonly NpyArray[] }
  | { readonly type: 'rows'; readonly table: Table }
  | { readonly type: 'human-activity'; readonly files: ReadonlyMap<string, SourceFile> }
  | { readonly type: 'sounds'; readonly sounds: readonly Sound[] };

/** What files are called together. */
export function nameOf(files: readonly SourceFile[]): string {
  const [first] = files;
  const top = first!.path.includes('/') ? first!.path.split('/')[0]! : undefined;
  if (files.length === 1) return baseName(first!.path).slice(0, 200);
  const together = top !== undefined && files.every(({ path }) => path.startsWith(`${top}/`));
  return together ? top.slice(0, 200) : `${baseName(first!.path).slice(0, 150)} and ${files.length - 1} more`;
}

/** Files that systems leave beside others. */
const isHidden = (path: string) =>
  path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

async function unpacked(files: readonly SourceFile[]): Promise<SourceFile[]> {
  const all: SourceFile[] = [];
  for (const file of files) {
    const zipped =
      endingOf(file.path) === 'zip' ||
      (files.length === 1 && endingOf(file.path) !== 'npz' && (await isZip(file)));
    if (zipped) all.push(...(await filesOfZip(file)));
    else all.push(file);
  }
  return all.filter(({ path }) => !isHidden(path));
}

async function arraysOf(file: SourceFile): Promise<NpyArray[]> {
  if (file.size > LIMITS.array)
    throw refusal('budget', file.path, dataFaults.largeFile(file.size, LIMITS.array));
  if (file.size === 0) throw refusal('syntax', file.path, dataFaults.empty);
  const name = (path: string) => baseName(path).replace(/\.npy$/i, '');
  const one = async (part: SourceFile, place: string) =>
    readNpy(await part.read(0, part.size), place, name(part.path));
  if (endingOf(file.path) === 'npy') return [await one(file, file.path)];
  const arrays: NpyArray[] = [];
  for (const part of await filesOfZip(file)) {
    if (endingOf(part.path) === 'npy') arrays.push(await one(part, `${file.path}, ${name(part.path)}`));
  }
  return arrays;
}

async function soundsOf(
  files: readonly SourceFile[],
  decode: SessionParts['decode'],
  progress: Progress,
): Promise<Sound[]> {
  if (!decode) throw refusal('unsupported', files[0]!.path, dataFaults.soundless);
  if (files.length > LIMITS.sounds)
    throw refusal('budget', files[0]!.path, dataFaults.manyFiles(LIMITS.sounds));
  const sounds: Sound[] = [];
  let samples = 0;
  for (const [place, file] of files.entries()) {
    await checkSound(file);
    if (file.size > LIMITS.soundBytes) {
      throw refusal('budget', file.path, dataFaults.largeFile(file.size, LIMITS.soundBytes));
    }
    const values = await decode(await file.read(0, file.size)).catch(() => {
      throw refusal('syntax', file.path, dataFaults.noSound);
    });
    samples += values.length;
    if (samples > LIMITS.soundSeconds * SOUND_RATE) {
      throw refusal('budget', file.path, dataFaults.longSounds(LIMITS.soundSeconds / 60));
    }
    sounds.push({ path: file.path, values });
    progress((place + 1) / files.length);
  }
  return sounds;
}

/** What files are, told by what is in them and by their names; `skipped` counts those of other kinds. */
export async function findData(
  given: readonly SourceFile[],
  parts: SessionParts,
  progress: Progress,
): Promise<{ readonly what: Found; readonly skipped: number }> {
  if (given.length === 0) throw refusal('missing-key', 'files', dataFaults.none);
  if (given.length > LIMITS.files) throw refusal('budget', 'files', dataFaults.manyFiles(LIMITS.files));
  const files = await unpacked(given);
  const uci = uciFiles(files);
  if (uci) return { what: { type: 'human-activity', files: uci }, skipped: 0 };
  const packed = files.filter(({ path }) => /^np[yz]$/.test(endingOf(path)));
  if (packed.length > 0) {
    const arrays = (await Promise.all(packed.map(arraysOf))).flat();
    const [first] = arrays;
    if (!first) throw refusal('syntax', packed[0]!.path, dataFaults.empty);
    const skipped = files.length - packed.length;
    const alone = arrays.length === 1 && first.numbers && first.shape.length <= 2 && first.shape.length > 0;
    if (!alone) return { what: { type: 'arrays', arrays }, skipped };
    if ((first.shape[1] ?? 1) > MOST_COLUMNS) {
      throw refusal('budget', packed[0]!.path, dataFaults.manyColumns(MOST_COLUMNS));
    }
    return { what: { type: 'rows', table: tableOfArray(first, packed[0]!.path) }, skipped };
  }
  const sounding = files.filter(({ path }) => isSound(path));
  if (sounding.length > 0) {
    const sounds = await soundsOf(sounding, parts.decode, progress);
    return { what: { type: 'sounds', sounds }, skipped: files.length - sounding.length };
  }
  const tables = files.filter(({ path }) => /^(csv|tsv|txt|tab|dat|data|asc|)$/.test(endingOf(path)));
  const source = tables.find(({ path }) => /^(csv|tsv)$/.test(endingOf(path))) ?? tables[0] ?? files[0];
  if (!source) throw refusal('missing-key', given[0]!.path, dataFaults.empty);
  if (tables.length === 0 && files.length > 1) {
    const kinds = [...new Set(files.map(({ path }) => `.${endingOf(path)}`))].slice(0, 5).join(', ');
    throw refusal('unsupported', nameOf(given), dataFaults.unknown(kinds));
  }
  return { what: { type: 'table', source }, skipped: files.length - 1 };
}
