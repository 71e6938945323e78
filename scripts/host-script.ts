import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

const DOOR = fileURLToPath(new URL('../src/element.ts', import.meta.url));

/**
 * Builds `kernel-scope.js`, the script of host pages, by itself: it and what it loads share no file with the site's
 * pages, so that no change of these can make a host load more than a tag.
 */
export function hostScript(): Plugin {
  return {
    name: 'host-script',
    apply: 'build',
    async generateBundle() {
      const built = await build({
        configFile: false,
        logLevel: 'error',
        build: {
          write: false,
          target: 'es2022',
          lib: { entry: DOOR, formats: ['es'], fileName: () => 'kernel-scope.js' },
          // A library's white space is left in unless this is said.
          rolldownOptions: { output: { minify: true, chunkFileNames: 'assets/host-[hash].js' } },
        },
      });
      for (const { output } of [built].flat() as Rolldown.RolldownOutput[]) {
        for (const file of output) {
          const source = file.type === 'chunk' ? file.code : file.source;
          this.emitFile({ type: 'asset', fileName: file.fileName, source });
        }
      }
    },
  };
}
