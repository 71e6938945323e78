import type { Plugin, Rolldown } from 'vite';

/** In minified code: `from"./name.js"` or `import"./name.js"`. */
export const STATIC_IMPORT = /\b(?:import|from)\s*["'`]\.\/([^"'`]+)["'`]/g;

const FIRST_SCRIPT = 'src/engine/first-worker.ts';
/** Modules that a page imports dynamically, at once: all it needs for its first picture. */
const FIRST_IMPORTS = /\/src\/ui\/mount\.tsx$/;
const WORKER = /(?:^|\/)worker-[^/]*\.js$/;
/** What the engine's worker asks for only when it runs: the binary that nearly every browser takes. */
const BINARY = /tfjs-backend-wasm-simd-[^/]*\.wasm$/;

/**
 * Shortens the way to the first picture: the engine's worker is started by a script of its own that waits for nothing,
 * and what the page will ask for in a moment is named in its head, so that the browser fetches it side by side.
 */
export function firstVisit(): Plugin {
  let root = '';
  return {
    name: 'first-visit',
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, chunk, path }) {
        // What a course system opens has no picture of its own.
        if (path.endsWith('/scorm.html')) return [];
        const script = { type: 'module', async: true, crossorigin: true };
        if (!bundle || !chunk)
          return [{ tag: 'script', attrs: { ...script, src: `/${FIRST_SCRIPT}` }, injectTo: 'head-prepend' }];
        const files = Object.values(bundle);
        const chunks = new Map(
          files.filter((file) => file.type === 'chunk').map((file) => [file.fileName, file]),
        );
        const first = [...chunks.values()].find((file) => file.facadeModuleId === `${root}/${FIRST_SCRIPT}`);
        if (!first) throw new Error(`${FIRST_SCRIPT} is not in the build`);
        const ahead = chunk.dynamicImports.filter((name) =>
          FIRST_IMPORTS.test(chunks.get(name)?.facadeModuleId ?? ''),
        );
        if (ahead.length === 0) throw new Error(`${chunk.fileName} imports no ${FIRST_IMPORTS}`);
        const known = withImports(chunk.fileName, chunks);
        const modules = new Set(ahead.flatMap((name) => [...withImports(name, chunks)]));
        const named = (pattern: RegExp) => {
          const file = files.find(({ fileName }) => pattern.test(fileName));
          if (!file) throw new Error(`no ${pattern} in the build`);
          return file;
        };
        const prefetched = [named(BINARY).fileName, ...importsOf(named(WORKER))];
        return [
          { tag: 'script', attrs: { ...script, src: `./${first.fileName}` }, injectTo: 'head-prepend' },
          ...[...modules]
            .filter((name) => !known.has(name))
            .map((name) => ({
              tag: 'link',
              attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` },
              injectTo: 'head' as const,
            })),
          ...prefetched.map((name) => ({
            tag: 'link',
            attrs: { rel: 'prefetch', crossorigin: true, href: `./${name}` },
            injectTo: 'head' as const,
          })),
        ];
      },
    },
  };
}

/** The modules beside it that a built module imports statically. */
function importsOf(file: Rolldown.OutputChunk | Rolldown.OutputAsset): string[] {
  const text = String(file.type === 'chunk' ? file.code : file.source);
  const folder = file.fileName.replace(/[^/]*$/, '');
  return [...text.matchAll(STATIC_IMPORT)].map(([, name]) => folder + name);
}

/** A chunk and all that it imports statically. */
function withImports(
  name: string,
  chunks: ReadonlyMap<string, Rolldown.OutputChunk>,
  found = new Set<string>(),
): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const next of chunks.get(name)?.imports ?? []) withImports(next, chunks, found);
  return found;
}
