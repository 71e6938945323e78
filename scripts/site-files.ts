import { readdir, stat, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/** The list's own name, in the root of the site. */
const LIST = 'files.json';

/**
 * Lists the built site's files, each with its size: `[{ "path": "assets/…", "bytes": 123 }]`. A packaged lesson takes with
 * it what it needs (src/formats/scorm/package.ts).
 */
export function siteFiles(): Plugin {
  let folder = '';
  return {
    name: 'site-files',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    // When all files are there, those of public/ too.
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const entries = await readdir(folder, { recursive: true, withFileTypes: true });
        const files = await Promise.all(
          entries
            .filter((entry) => entry.isFile() && entry.name !== LIST)
            .map(async ({ parentPath, name }) => {
              const file = join(parentPath, name);
              const { size } = await stat(file);
              return { path: relative(folder, file).split(sep).join('/'), bytes: size };
            }),
        );
        files.sort((one, other) => (one.path < other.path ? -1 : 1));
        await writeFile(join(folder, LIST), `${JSON.stringify(files)}\n`);
      },
    },
  };
}
