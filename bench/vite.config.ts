import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Builds bench/pages as the site is built, into a folder that git ignores. */
export default defineConfig({
  root: fileURLToPath(new URL('pages', import.meta.url)),
  base: './',
  logLevel: 'error',
  build: {
    target: 'es2022',
    outDir: fileURLToPath(new URL('../.cache/bench', import.meta.url)),
    emptyOutDir: true,
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
});
