/** What `npm start` and `npm test` need first, in plain Node: the packages of package-lock.json. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const modified = (/** @type {string} */ file) =>
  statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY;

/** True where node_modules is missing or older than the lock. */
export function needsInstall() {
  // npm writes this file last, so a broken-off install counts as missing.
  return modified('node_modules/.package-lock.json') < modified('package-lock.json');
}

/** Installs exactly what the lock says. Throws with a sentence where that fails. */
export function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Kernelscope needs Node 20.19 or newer; this is ${process.versions.node}.`);
  }
  if (!needsInstall()) return;
  // Development packages build the site, so they are wanted even where NODE_ENV says production.
  const result = npm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (result.status !== 0) {
    throw new Error('npm ci did not succeed (its output is above). Is the npm registry within reach?');
  }
}

/** Runs npm in the project's root, its output passed on. @param {string[]} args */
export function npm(args) {
  return spawnSync('npm', args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
}
