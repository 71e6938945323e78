import type { Plugin } from 'vite';

/**
 * Modules of tfjs that its entries import and that never run here, by the end of their path, and what stands in their
 * place: the wasm backend for threads, which need a page that isolates itself; fingerprints of strings; models kept in
 * the browser's storage.
 */
const UNUSED: Readonly<Record<string, string>> = {
  'tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.js': 'export default undefined;',
  'tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.worker.js':
    'export const wasmWorkerContents = "";',
  'tfjs-core/dist/hash_util.js': 'export function fingerPrint64() {} export function hexToLong() {}',
  'tfjs-core/dist/io/indexed_db.js': storage('BrowserIndexedDB', 'indexedDBRouter', 'browserIndexedDB'),
  'tfjs-core/dist/io/local_storage.js': storage(
    'BrowserLocalStorage',
    'localStorageRouter',
    'browserLocalStorage',
  ),
};

function storage(name: string, router: string, handler: string): string {
  return [
    `export class ${name} { static URL_SCHEME = "${name}://"; }`,
    `export class ${name}Manager {}`,
    `export const ${router} = () => null;`,
    `export function ${handler}() {}`,
  ].join('\n');
}

/** Leaves out of the build what the site never calls of tfjs and a bundler cannot see to be unused. */
export function slimTfjs(): Plugin {
  return {
    name: 'slim-tfjs',
    apply: 'build',
    load(id) {
      const end = Object.keys(UNUSED).find((path) => id.endsWith(`/@tensorflow/${path}`));
      return end === undefined ? null : { code: UNUSED[end]!, moduleSideEffects: false };
    },
  };
}
