import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createServer } from 'vite';
import { zeros } from '../src/base/tensor.ts';
import type { EngineEvent } from '../src/engine/engine.ts';
import { PRESETS } from '../src/formats/presets/presets.ts';
import { digits } from '../src/model/examples/digits.ts';
import { admit } from '../src/model/gate.ts';
import { root } from './install.mjs';

/** Address of the folder whose files the page loads. */
export const publicFolder = pathToFileURL(`${join(root, 'public')}/`);

type SessionModule = typeof import('../src/engine/session.ts');
type PresetModule = typeof import('../src/formats/presets/open-preset.ts');

/** The page's engine in Node, on WebAssembly, with the files of `public/`. */
export async function openEngine(emit: (event: EngineEvent) => void) {
  // tfjs's gradients are modules without file extensions, which Node does not resolve, so vite loads the engine.
  // In Node they expect the `require` of a CommonJS module.
  const require = createRequire(import.meta.url);
  Object.assign(globalThis, { require });
  const wasmPaths = `${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`;
  const vite = await createServer({
    configFile: false,
    root,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    ssr: { noExternal: ['@tensorflow/tfjs-core'] },
  });
  const { createSession } = (await vite.ssrLoadModule('/src/engine/session.ts')) as SessionModule;
  const session = await createSession({
    wasmPaths,
    baseUrl: publicFolder.href,
    fetch: async (url) => new Response(await readFile(fileURLToPath(url))),
    emit,
  });
  let runId = 0;
  return {
    session,
    /** Builds a document in its short form, with fresh weights; gives the complete one. */
    async build(json: unknown) {
      const { document, network } = admit(json);
      const probe = zeros(network.inputShape);
      await session.build({ document, probe, weights: undefined, runId: ++runId, step: 0 });
      return document;
    },
    /** The document, in its short form, that a preset's Python makes. */
    async readPreset(id: string): Promise<unknown> {
      const { openPreset } = (await vite.ssrLoadModule(
        '/src/formats/presets/open-preset.ts',
      )) as PresetModule;
      const preset = PRESETS.find((one) => one.id === id)!;
      const { reading } = openPreset(preset, admit({ ...(digits as object) }).document);
      if (reading.document === undefined) throw new Error(`${id}: ${JSON.stringify(reading.problems)}`);
      return reading.document;
    },
    close: () => vite.close(),
  };
}
