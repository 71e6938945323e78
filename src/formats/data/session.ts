import { KernelscopeError } from '../../base/errors.ts';
import type { Reading } from '../../model/datasets/reading.ts';
import { dataNotes } from '../../text/own-data.ts';
import { type BuiltData, buildData } from './build-data.ts';
import { type Found, findData, nameOf, type SessionParts } from './find-data.ts';
import { type Look, previewOf, type Recognised } from './look.ts';
import type { Plan } from './plan.ts';
import { planArrays, rolesOf } from './plan-arrays.ts';
import { completeSounds, planSounds } from './plan-sounds.ts';
import { completeReading, planTable } from './plan-table.ts';
import type { Progress } from './progress.ts';
import { readTable } from './read-table.ts';
import { SOUND_RATE } from './sound-rate.ts';
import type { SourceFile } from './source.ts';
import { planUci, uciParts } from './uci.ts';

/**
 * Files that somebody brings, read once; what a reading makes of them can then be looked at and taken any number of
 * times. What the files are is told by what is in them and by their names.
 */
export function createDataSession(given: readonly SourceFile[], parts: SessionParts) {
  let found: Promise<{ readonly what: Found; readonly skipped: number }> | undefined;
  let read:
    | { readonly key: string; readonly table: Promise<Awaited<ReturnType<typeof readTable>>> }
    | undefined;
  let last: { readonly key: string; readonly plan: Promise<Plan> } | undefined;
  let activity: { readonly key: string; readonly plan: Promise<Plan> } | undefined;

  function tableOf(source: SourceFile, { delimiter, decimal, header }: Reading, progress: Progress) {
    const key = JSON.stringify([delimiter, decimal, header]);
    if (read?.key !== key) read = { key, table: readTable(source, { delimiter, decimal, header }, progress) };
    return read.table;
  }

  function activityOf(files: ReadonlyMap<string, SourceFile>, reading: Reading, progress: Progress) {
    const key = reading.inputs ?? '';
    if (activity?.key !== key) activity = { key, plan: planUci(files, reading, progress) };
    return activity.plan;
  }

  /** What the files are, the reading with nothing left open, and what makes samples of it. */
  async function prepare(reading: Reading, progress: Progress) {
    found ??= findData(given, parts, progress);
    const { what, skipped } = await found;
    const file = nameOf(given);
    const notes = skipped > 0 ? [dataNotes.skippedFiles(skipped)] : [];
    const rest = { testShare: reading.testShare, seed: reading.seed, standardize: reading.standardize };
    if (what.type === 'table' || what.type === 'rows') {
      const { table, ...dialect } =
        what.type === 'rows' ? { table: what.table } : await tableOf(what.source, reading, progress);
      const complete = completeReading(table, reading);
      const columns = table.columns.map(({ name, type, missing }) => ({ name, type, missing }));
      const recognised: Recognised = {
        type: 'table',
        rows: table.rows,
        columns,
        first: table.first,
        ...dialect,
      };
      const whole: Reading = { ...dialect, ...complete, standardize: reading.standardize };
      return { file, notes, recognised, reading: whole, plan: async () => planTable(table, complete) };
    }
    if (what.type === 'arrays') {
      const arrays = what.arrays.map(({ name, shape, dtype }) => ({ name, shape, dtype }));
      const { inputs, outputs } = rolesOf(what.arrays, reading, file);
      const whole = { inputs: inputs.name, outputs: outputs?.name, targetType: reading.targetType, ...rest };
      return {
        file,
        notes,
        recognised: { type: 'arrays', arrays } as const,
        reading: whole,
        plan: async () => planArrays(what.arrays, reading, file),
      };
    }
    if (what.type === 'human-activity') {
      const there = uciParts(what.files);
      const inputs = reading.inputs ?? (there.signals ? 'signals' : 'features');
      return {
        file,
        notes,
        recognised: { type: 'human-activity', ...there } as const,
        reading: { inputs, standardize: reading.standardize },
        plan: () => activityOf(what.files, { inputs }, progress),
      };
    }
    const complete = completeSounds(what.sounds, SOUND_RATE, reading);
    const seconds = what.sounds.reduce((sum, { values }) => sum + values.length, 0) / SOUND_RATE;
    return {
      file,
      notes,
      recognised: { type: 'sounds', sounds: what.sounds.length, seconds } as const,
      reading: { ...complete, standardize: reading.standardize },
      plan: async () => planSounds(what.sounds, SOUND_RATE, complete, parts.transforms, file),
    };
  }

  /** The last plan is kept: one sample after another is looked at. */
  function planned(reading: Reading, plan: () => Promise<Plan>): Promise<Plan> {
    const key = JSON.stringify(reading);
    if (last?.key !== key) last = { key, plan: plan() };
    return last.plan;
  }

  return {
    /** @throws KernelscopeError where the files cannot be read; where this reading of them makes no data, the look says why. */
    async look(reading: Reading, index: number, progress: Progress): Promise<Look> {
      const { file, notes, recognised, reading: whole, plan } = await prepare(reading, progress);
      const complete = withoutGaps(whole);
      try {
        const made = await planned(complete, plan);
        const preview = previewOf({ ...made, notes: [...notes, ...made.notes] }, index);
        return { file, recognised, reading: complete, preview, fault: undefined };
      } catch (error) {
        if (!(error instanceof KernelscopeError)) throw error;
        const { code, path, expected, received, reason } = error;
        const fault = { code, path, expected, received, reason };
        return { file, recognised, reading: complete, preview: undefined, fault };
      }
    },
    /** The document says of the reading only what was given: the rest follows from the same files. */
    async take(reading: Reading, progress: Progress): Promise<BuiltData> {
      const { file, notes, reading: whole, plan } = await prepare(reading, progress);
      const made = await planned(withoutGaps(whole), plan);
      return buildData({ ...made, notes: [...notes, ...made.notes] }, file, withoutGaps(reading), progress);
    },
  };
}

function withoutGaps(reading: Reading): Reading {
  return Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== undefined)) as Reading;
}

export type DataSession = ReturnType<typeof createDataSession>;
