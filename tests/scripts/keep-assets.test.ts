import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keepAssets } from '../../scripts/keep-assets.mjs';

const folder = mkdtempSync(join(tmpdir(), 'keep-assets-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A built release: a shared file and one of its own. */
function build(release: number): string {
  const site = join(folder, String(release));
  mkdirSync(join(site, 'assets'), { recursive: true });
  writeFileSync(join(site, 'index.html'), `${release}`);
  for (const name of ['shared-00000000.js', `own-0000000${release}.js`])
    writeFileSync(join(site, 'assets', name), name);
  return site;
}

const own = (site: string) =>
  readdirSync(join(site, 'assets'))
    .filter((name) => name.startsWith('own'))
    .toSorted();

describe('assets of older releases', () => {
  it('stay beside those of the next one', () => {
    const [one, two] = [build(1), build(2)];
    expect(keepAssets(one, two)).toBe(1);
    expect(own(two)).toEqual(['own-00000001.js', 'own-00000002.js']);
    expect(readFileSync(join(two, 'index.html'), 'utf8')).toBe('2');
  });

  it('stay for five releases, however many follow', () => {
    const sites = [1, 2, 3, 4, 5, 6, 7].map(build);
    for (let i = 1; i < sites.length; i++) keepAssets(sites[i - 1]!, sites[i]!);
    expect(own(sites[6]!)).toEqual([3, 4, 5, 6, 7].map((release) => `own-0000000${release}.js`));
    expect(existsSync(join(sites[6]!, 'assets/shared-00000000.js'))).toBe(true);
  });
});
