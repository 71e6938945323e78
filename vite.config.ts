import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { first, next } from './scripts/first-modules.ts';
import { firstVisit } from './scripts/first-visit.ts';
import { slimTfjs } from './scripts/slim-tfjs.ts';

const door = (file: string) => fileURLToPath(new URL(file, import.meta.url));

export default defineConfig({
  // Relative, so that the site works from any sub-path.
  base: './',
  plugins: [react(), firstVisit()],
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
      input: {
        index: door('index.html'),
        embed: door('embed.html'),
        start: door('src/engine/first-worker.ts'),
      },
      output: {
        codeSplitting: {
          // The script that starts the worker must wait for no other file.
          groups: [
            { name: 'start-worker', test: /\/src\/engine\/start-worker/ },
            // What the first picture needs, in few files.
            {
              name: first('core'),
              test: /\/src\/(?:(?:base|model|text|formats|stores|scope|app)\/|engine\/(?!first-worker))|\/node_modules\/(?:valibot|zustand|comlink|fflate)\//,
            },
            {
              name: first('pictures'),
              test: /\/src\/(?:scene|paint)\/|\/src\/ui\/live-canvas|\/node_modules\/(?:react|react-dom|scheduler|d3-[a-z-]+)\//,
            },
            { name: first('page'), test: /\/src\/ui\/(?!mount)|\/node_modules\// },
            // What comes after it in every visit.
            { name: next('panels') },
            {
              // The reading of Python, which comes with the first script.
              name: 'python',
              test: /\/src\/(?:text\/python|formats\/(?:keras\/(?:from-python|python|reading|problem-error)|presets\/(?!presets)))|\/node_modules\/@lezer\//,
            },
            // What an opened layer shows.
            { name: 'lens', test: /\/src\/(?:scene\/(?:lens|layers)|text\/layers)\// },
            { name: 'editor', test: /\/node_modules\/(?:@codemirror|@marijn|style-mod|w3c-keyname|crelt)\// },
          ],
        },
      },
    },
  },
  worker: {
    format: 'es',
    plugins: () => [slimTfjs()],
    rolldownOptions: { output: { minify: true } },
  },
});
