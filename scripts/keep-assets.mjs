/**
 * Keeps scripts, styles and binaries of older releases beside those of a new one, so that a tab which was opened before
 * still finds what it has not loaded yet. `releases.json` at the site's root lists the files of each release that is
 * kept, newest first. Plain Node: no package is needed.
 *
 * `npm run keep-assets -- <folder of the release that is online> [folder of the new one]`, after `npm run build`.
 */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './install.mjs';

const LIST = 'releases.json';
/** Releases whose files stay, the new one included. */
const KEPT = 5;

/**
 * Copies what the `previous` release has, and what it kept, to the `next` one.
 *
 * @param {string} previous
 * @param {string} next
 * @returns {number} the files that were copied
 */
export function keepAssets(previous, next) {
  const own = readdirSync(join(next, 'assets'));
  const releases = [own, ...releasesOf(previous)].slice(0, KEPT);
  const needed = new Set(releases.flat());
  const missing = [...needed].filter(
    (name) => !own.includes(name) && existsSync(join(previous, 'assets', name)),
  );
  for (const name of missing) cpSync(join(previous, 'assets', name), join(next, 'assets', name));
  writeFileSync(join(next, LIST), `${JSON.stringify(releases)}\n`);
  return missing.length;
}

/**
 * @param {string} folder
 * @returns {string[][]} the files of each release in a folder, newest first
 */
function releasesOf(folder) {
  const list = join(folder, LIST);
  if (existsSync(list)) return JSON.parse(readFileSync(list, 'utf8'));
  return existsSync(join(folder, 'assets')) ? [readdirSync(join(folder, 'assets'))] : [];
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [previous, next = join(root, 'dist')] = process.argv.slice(2);
  if (previous === undefined || !existsSync(join(previous, 'index.html'))) {
    console.error(
      'Name the folder of the release that is online: npm run keep-assets -- /srv/www/kernelscope',
    );
    process.exitCode = 1;
  } else if (resolve(previous) === resolve(next)) {
    console.error(
      'Old and new release are the same folder; build the new one elsewhere, or move the old one away.',
    );
    process.exitCode = 1;
  } else console.log(`${keepAssets(previous, next)} files of older releases stay.`);
}
