import { proxy, type Remote, releaseProxy, transfer, wrap } from 'comlink';
import { KernelscopeError } from '../../base/errors.ts';
import { SOUND_RATE } from '../../formats/data/sound-rate.ts';
import { type Language, language } from '../../text/language.ts';
import { dataFaults } from '../../text/own-data.ts';
import type { Answer } from '../messages.ts';
import { startWorkerAt } from '../start-worker.ts';
import type { DataWorkerApi, GivenFile } from './data-worker.ts';
import workerUrl from './data-worker.ts?worker&url';
import { decodeSound } from './decode-sound.ts';
import type { DataReader, ReadOptions } from './reader.ts';

interface Opened {
  readonly files: readonly GivenFile[];
  /** In which it says what it finds. */
  readonly spoken: Language;
  readonly api: Remote<DataWorkerApi>;
  /** Ends the worker; a call that waits rejects with this. */
  readonly end: (error: KernelscopeError) => void;
  /** Rejects when the worker ends. */
  readonly ended: Promise<never>;
}

function failure(sentence: string): KernelscopeError {
  return new KernelscopeError({ code: 'engine', path: 'files', expected: sentence, reason: 'own-data' });
}

function open(files: readonly GivenFile[]): Opened {
  const worker = startWorkerAt(workerUrl);
  const api = wrap<DataWorkerApi>(worker);
  let reject: (error: KernelscopeError) => void = () => undefined;
  const ended = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  ended.catch(() => undefined);
  let begun = false;
  const end = (error: KernelscopeError) => {
    api[releaseProxy]();
    worker.terminate();
    reject(error);
  };
  worker.addEventListener('message', () => {
    begun = true;
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    end(failure(begun ? dataFaults.worker : dataFaults.offline));
  });
  const decode = async (bytes: Uint8Array<ArrayBuffer>) => {
    const values = await decodeSound(bytes, SOUND_RATE);
    return transfer(values, [values.buffer]);
  };
  const spoken = language();
  api.open(files, spoken, proxy(decode)).catch(() => undefined);
  return { files, spoken, api, end, ended };
}

function sameFiles(one: readonly GivenFile[], other: readonly GivenFile[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ path, blob }, at) => other[at]!.path === path && other[at]!.blob === blob)
  );
}

/** The files that are open stay so in a worker of their own, until others are opened or they are closed. */
export function createDataReader(): DataReader {
  let opened: Opened | undefined;

  function close(error = failure(dataFaults.cancelled)): void {
    opened?.end(error);
    opened = undefined;
  }

  async function inWorker<T>(
    files: readonly GivenFile[],
    { signal, progress }: ReadOptions,
    call: (api: Remote<DataWorkerApi>, told: (share: number) => void) => Promise<Answer<T>>,
  ): Promise<T> {
    if (signal?.aborted) throw failure(dataFaults.cancelled);
    if (!opened || opened.spoken !== language() || !sameFiles(opened.files, files)) {
      close();
      opened = open(files);
    }
    const { api, ended } = opened;
    const current = opened;
    const aborted = () => {
      current.end(failure(dataFaults.cancelled));
      if (opened === current) opened = undefined;
    };
    signal?.addEventListener('abort', aborted, { once: true });
    try {
      const told = proxy((share: number) => progress?.(Math.min(1, share)));
      const answer = await Promise.race([call(api, told), ended]);
      if (answer.ok) return answer.value;
      throw new KernelscopeError(answer.error);
    } catch (error) {
      // A worker that is gone, and files that cannot be read, are not kept.
      if (opened === current) close();
      throw error;
    } finally {
      signal?.removeEventListener('abort', aborted);
    }
  }

  return {
    look: (files, reading, index, options) =>
      inWorker(files, options, (api, told) => api.look(reading, index, told)),
    take: (files, reading, options) => inWorker(files, options, (api, told) => api.take(reading, told)),
    close: () => close(),
  };
}
