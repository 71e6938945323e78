import type { Plugin, Rolldown } from 'vite';

const FIRST_SCRIPT = 'src/engine/first-worker.ts';
/** Modules that a page imports dynamically, at once: all it needs for its first picture. */
const FIRST_IMPORTS = /\/src\/ui\/mount\.tsx$/;
/** What the engine's worker asks for only when it runs: the binary that nearly every browser takes, and its imports. */
const FOR_WORKER = [
  /tfjs-backend-wasm-simd-[^/]*\.wasm$/,
  /Unique_impl-[^/]*\.js$/,
  /rolldown-runtime-[^/]*\.js$/,
];

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
      handler(_html, { bundle, chunk }) {
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
        const prefetched = FOR_WORKER.map((pattern) => {
          const file = files.find(({ fileName }) => pattern.test(fileName));
          if (!file) throw new Error(`no ${pattern} in the build`);
          return file.fileName;
        });
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
