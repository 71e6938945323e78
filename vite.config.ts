import { fileURLToPath } from 'node:url';
import mdx from '@mdx-js/rollup';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { first, next } from './scripts/first-modules.ts';
import { firstVisit } from './scripts/first-visit.ts';
import { hostScript } from './scripts/host-script.ts';
import { siteFiles } from './scripts/site-files.ts';
import { slimTfjs } from './scripts/slim-tfjs.ts';

const door = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** The service worker, src/sw.ts, with the list of the site's files: all that a visit may ask for. */
const serviceWorker = () =>
  VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src',
    filename: 'sw.ts',
    // Both by hand: through the site's policy, and only in the whole page.
    injectRegister: false,
    manifest: false,
    integration: {
      // The plugin's own build says much, and asks for one file by an option's old name.
      configureCustomSWViteBuild(inner) {
        inner.logLevel = 'error';
        const options = inner.build?.rollupOptions;
        if (options) options.output = { entryFileNames: 'sw.mjs', codeSplitting: false };
      },
    },
    injectManifest: {
      globPatterns: ['**/*.{html,js,css,woff2,wasm,svg,png,webmanifest,json,bin}'],
      // Threads need an isolated page; the loader belongs to other sites.
      globIgnores: ['**/*threaded*', 'kernel-scope.js'],
      dontCacheBustURLsMatching: /^assets\//,
      maximumFileSizeToCacheInBytes: 8 * 1024 ** 2,
    },
  });

export default defineConfig({
  // Relative, so that the site works from any sub-path.
  base: './',
  // The texts of lessons become components before React's plugin sees them.
  plugins: [{ enforce: 'pre', ...mdx() }, react(), firstVisit(), hostScript(), siteFiles(), serviceWorker()],
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
        scorm: door('scorm.html'),
        start: door('src/engine/first-worker.ts'),
      },
      output: {
        codeSplitting: {
          // The script that starts the worker must wait for no other file.
          groups: [
            { name: 'start-worker', test: /\/src\/engine\/(?:start-worker|site-script)/ },
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
            // Apart, so that another language waits for texts only.
            { name: next('panel-texts'), test: /\/src\/text\// },
            { name: next('panels') },
            // The launch page of a packaged lesson loads no other texts.
            { name: 'scorm-texts', test: /\/src\/text\/(?:german\/)?scorm/ },
            // What is said later, which the texts of another language replace all at once.
            { name: 'texts', test: /\/src\/text\/(?!german\/)/ },
            { name: 'german', test: /\/src\/text\/german\// },
            {
              // The reading of Python, which comes with the first script.
              name: 'python',
              test: /\/src\/formats\/(?:keras\/(?:from-python|python|reading|problem-error)|presets\/(?!presets))|\/node_modules\/@lezer\//,
            },
            // What an opened layer shows.
            { name: 'lens', test: /\/src\/scene\/(?:lens|layers)\// },
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
