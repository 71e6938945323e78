import { expose, transfer } from 'comlink';
import type { Look } from '../../formats/data/look.ts';
import type { Progress } from '../../formats/data/progress.ts';
import { createDataSession, type DataSession } from '../../formats/data/session.ts';
import { sourceOf } from '../../formats/data/source.ts';
import type { CustomDataset } from '../../model/datasets/custom.ts';
import type { Reading } from '../../model/datasets/reading.ts';
import type { Language } from '../../text/language.ts';
import { type Answer, toDetail } from '../messages.ts';
import { speakOfData } from './speak-of-data.ts';
import { transforms } from './transforms.ts';

/** A file with the folders that it lies in, which a `File` loses on its way to a worker. */
export interface GivenFile {
  readonly path: string;
  readonly blob: Blob;
}

/** Data that were read, and their numbers as `formats/data/build-data.ts` writes them. */
export interface TakenData {
  readonly dataset: CustomDataset;
  readonly data: Blob;
  readonly notes: readonly string[];
}

type Decode = (bytes: Uint8Array<ArrayBuffer>) => Promise<Float32Array>;

let session: DataSession | undefined;
let spoken: Promise<void> | undefined;

async function answered<T>(call: () => Promise<T>): Promise<Answer<T>> {
  try {
    await spoken;
    return { ok: true, value: await call() };
  } catch (error) {
    return { ok: false, error: toDetail(error) };
  }
}

/** Milliseconds between two words of the progress. */
const EVERY = 100;

function rarely(progress: Progress): Progress {
  let last = 0;
  return (share) => {
    const now = performance.now();
    if (now - last < EVERY) return;
    last = now;
    progress(share);
  };
}

/** The worker's end of reading files: one set of files a worker. */
const api = {
  open(files: readonly GivenFile[], language: Language, decode: Decode): void {
    spoken = speakOfData(language);
    const sources = files.map(({ path, blob }) => sourceOf(path, blob));
    session = createDataSession(sources, {
      transforms,
      decode: (bytes) => {
        // What lies in a zip is a part of it, which is not to be given away.
        const copy = new Uint8Array(bytes);
        return decode(transfer(copy, [copy.buffer]));
      },
    });
  },
  look: (reading: Reading, index: number, progress: Progress): Promise<Answer<Look>> =>
    answered(() => session!.look(reading, index, rarely(progress))),
  take: (reading: Reading, progress: Progress): Promise<Answer<TakenData>> =>
    answered(async () => {
      const { dataset, numbers, notes } = await session!.take(reading, rarely(progress));
      return { dataset, notes, data: new Blob([numbers]) };
    }),
};

export type DataWorkerApi = typeof api;

expose(api);
