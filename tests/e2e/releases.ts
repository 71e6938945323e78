import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root as project } from '../../scripts/install.mjs';
import { keepAssets } from '../../scripts/keep-assets.mjs';
import { serve } from '../../scripts/serve.mjs';

/** The site on a server of its own, with a second release of it. */
export interface Releases {
  readonly url: string;
  /** Replaces the first release by the second; nothing of the first stays, or what `npm run keep-assets` keeps. */
  deploy(how?: { readonly keeping: boolean }): void;
  /** Ends the server; the files stay until `remove`. */
  close(): Promise<void>;
  remove(): Promise<void>;
}

/** The folder of the built site. */
export const built = process.env.SITE_ROOT ?? join(project, 'dist');

/** Names of the second release's page and files differ by this. */
export const SECOND = 'second';

export async function serveReleases(): Promise<Releases> {
  const folder = mkdtempSync(join(tmpdir(), 'releases-'));
  const link = join(folder, 'site');
  symlinkSync(built, link);
  const server = await serve({ root: link, base: '/deep/down/' });
  let open = true;
  const close = async () => {
    if (open) await server.close();
    open = false;
  };
  return {
    url: server.url,
    deploy({ keeping } = { keeping: false }) {
      const next = join(folder, SECOND);
      cpSync(built, next, { recursive: true });
      release(next);
      if (keeping) keepAssets(built, next);
      rmSync(link);
      symlinkSync(next, link);
    },
    close,
    async remove() {
      await close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Makes a copy of the built site another release: every hashed file has another name, every page another content. */
function release(folder: string): void {
  const assets = join(folder, 'assets');
  const names = readdirSync(assets);
  const renamed = (name: string) => name.replace(/(\.\w+)$/, `${SECOND}$1`);
  const texts = [
    'index.html',
    'embed.html',
    'sw.js',
    ...names.filter((name) => /\.(?:js|css)$/.test(name)).map((name) => `assets/${name}`),
  ];
  for (const file of texts) {
    const path = join(folder, file);
    let text = readFileSync(path, 'utf8').replaceAll(/\b[\w-]+-[\w-]{8}\.(?:js|css|wasm|woff2)\b/g, (name) =>
      names.includes(name) ? renamed(name) : name,
    );
    if (file.endsWith('.html')) text = text.replace('<html ', `<html data-release="${SECOND}" `);
    // The revision of a page is that of its content.
    if (file === 'sw.js')
      text = text.replaceAll(
        /"revision":"(\w+)","url":"(\w+\.html)"/g,
        `"revision":"$1${SECOND}","url":"$2"`,
      );
    writeFileSync(path, text);
  }
  for (const name of names) renameSync(join(assets, name), join(assets, renamed(name)));
}
