import { expose, transfer } from 'comlink';
import { readArchive } from '../../formats/archive/read-archive.ts';
import { writeArchive } from '../../formats/archive/write-archive.ts';
import { type Answer, buffersOf, toDetail } from '../messages.ts';
import type { Archives } from './archives.ts';

async function answered<T>(call: () => Promise<T>, buffers: (value: T) => ArrayBuffer[]): Promise<Answer<T>> {
  try {
    const value = await call();
    return transfer({ ok: true, value }, buffers(value));
  } catch (error) {
    return { ok: false, error: toDetail(error) };
  }
}

const api = {
  read: (...args: Parameters<Archives['read']>) => answered(() => readArchive(...args), buffersOf),
  write: (...args: Parameters<Archives['write']>) =>
    answered(
      () => writeArchive(...args),
      ({ buffer }) => [buffer],
    ),
};

export type ArchiveWorkerApi = typeof api;

expose(api);
