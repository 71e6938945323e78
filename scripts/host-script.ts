import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

const DOOR = fileURLToPath(new URL('../src/element.ts', import.meta.url));
const SCRIPT = 'kernel-scope.js';

/** The script and what it loads: paths in the site, with their contents. */
async function buildScript(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: DOOR, formats: ['es'], fileName: () => SCRIPT },
      // A library's white space is left in unless this is said.
      rolldownOptions: { output: { minify: true, chunkFileNames: 'assets/host-[hash].js' } },
    },
  });
  const files = ([built].flat() as Rolldown.RolldownOutput[]).flatMap(({ output }) => output);
  return new Map(files.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
}

/**
 * `kernel-scope.js`, the script of host pages, built by itself: it and what it loads share no file with the site's
 * pages, so that no change of these can make a host load more than a tag. The development server builds it anew whenever
 * it is asked for.
 */
export function hostScript(): Plugin {
  return {
    name: 'host-script',
    async generateBundle() {
      for (const [fileName, source] of await buildScript())
        this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer({ middlewares }) {
      let files: ReadonlyMap<string, string | Uint8Array> = new Map();
      middlewares.use((request, response, next) => {
        const path = request.url!.slice(1).replace(/\?.*/, '');
        const answer = async () => {
          if (path === SCRIPT) files = await buildScript();
          const source = files.get(path);
          if (source === undefined) return next();
          // Host pages are other sites.
          response.setHeader('Access-Control-Allow-Origin', '*');
          response.setHeader('Content-Type', 'text/javascript');
          response.end(source);
        };
        answer().catch(next);
      });
    },
  };
}
