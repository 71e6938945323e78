import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tensor } from '../../src/base/tensor.ts';
import { zeros } from '../../src/base/tensor.ts';
import type { FetchFile } from '../../src/engine/data/fetch-file.ts';
import type { EngineEvent } from '../../src/engine/engine.ts';
import { createSession } from '../../src/engine/session.ts';
import { admit } from '../../src/model/gate.ts';
import type { Weights } from '../../src/model/trace.ts';

export const wasmPaths = `${join(dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')))}/`;

/** Where the files of `public/` are, for `publicFiles`. */
export const BASE_URL = 'https://site.test/';

const publicFolder = join(dirname(fileURLToPath(import.meta.url)), '../../public');

/** Serves `public/` from disk. */
export const publicFiles: FetchFile = async (url) => {
  try {
    return new Response(await readFile(join(publicFolder, new URL(url).pathname)));
  } catch {
    return new Response(null, { status: 404 });
  }
};

/** The engine without a worker around it, and the events it has told. */
export async function openSession(fetch: FetchFile = publicFiles) {
  const events: EngineEvent[] = [];
  const listeners = new Set<(event: EngineEvent) => void>();
  const session = createSession({
    wasmPaths,
    baseUrl: BASE_URL,
    fetch,
    emit(event) {
      events.push(event);
      for (const listener of listeners) listener(event);
    },
  });
  let runs = 0;
  return {
    session,
    events,
    onEvent: (listener: (event: EngineEvent) => void) => listeners.add(listener),
    build(json: unknown, weights?: Weights, probe?: Tensor) {
      const { document, network } = admit(json);
      runs++;
      return session.build({
        document,
        probe: probe ?? zeros(network.inputShape),
        weights,
        runId: runs,
        step: 0,
      });
    },
  };
}
