import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const door = (file: string) => fileURLToPath(new URL(file, import.meta.url));

export default defineConfig({
  // Relative, so that the site works from any sub-path.
  base: './',
  plugins: [react()],
  server: { port: 4173 },
  build: {
    target: 'es2022',
    // Nothing as a data: URL, which the site's CSP forbids.
    assetsInlineLimit: 0,
    // Every browser the site runs in knows modulepreload.
    modulePreload: { polyfill: false },
    // The budget of what is transferred is checked by scripts/size-budget.ts.
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { index: door('index.html'), embed: door('embed.html') },
    },
  },
  worker: {
    format: 'es',
    rolldownOptions: { output: { minify: true } },
  },
});
