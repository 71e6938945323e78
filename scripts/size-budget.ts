/**
 * What a first visit transfers, from the built site: index.html and all it names, the modules these import, the engine's
 * worker, the wasm binary, the first digits and the weights that the page opens with. Gzipped as a static host does it,
 * against the budget; the bench measures the same on the wire.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './install.mjs';

const BUDGET_KB = 700;
/** Compressed in itself; hosts send it as it is. */
const AS_IT_IS = /\.(?:woff2|png)$/;

const dist = join(root, 'dist');
const assets = readdirSync(join(dist, 'assets'));

/** The one asset whose name matches; throws where there is none, so that a renamed file can't leave the budget. */
function asset(pattern: RegExp): string {
  const found = assets.filter((file) => pattern.test(file));
  if (found.length !== 1) throw new Error(`${found.length} assets match ${pattern}; one is expected`);
  return `assets/${found[0]}`;
}

/** Files of the site that a page or module names: `src`, `href` and static imports. */
function named(file: string): string[] {
  const text = readFileSync(join(dist, file), 'utf8');
  const pattern = file.endsWith('.html')
    ? /(?:src|href)="\.\/([^"]+)"/g
    : /(?:^|[;}])\s*(?:import|export)\s*(?:[^'"()]*?\sfrom\s*|[\w{}*$,\s]*?from\s*)?["']\.\/([^"']+)["']/g;
  return [...text.matchAll(pattern)].map(([, path]) => (file.endsWith('.html') ? path! : `assets/${path}`));
}

const visited = new Set<string>();
const queue = [
  'index.html',
  asset(/^worker-.*\.js$/),
  asset(/^tfjs-backend-wasm-simd-.*\.wasm$/),
  'data/mnist/first.bin',
  ...readdirSync(join(dist, 'models')).map((file) => `models/${file}`),
];
for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
  if (visited.has(file)) continue;
  if (!existsSync(join(dist, file))) throw new Error(`dist/${file} is not there`);
  visited.add(file);
  if (/\.(?:html|js)$/.test(file)) queue.push(...named(file));
}

const rows = [...visited]
  .map((file) => {
    const bytes = readFileSync(join(dist, file));
    return { file, size: AS_IT_IS.test(file) ? bytes.length : gzipSync(bytes).length };
  })
  .toSorted((a, b) => b.size - a.size);
const total = rows.reduce((sum, { size }) => sum + size, 0) / 1000;
for (const { file, size } of rows)
  console.log(`${(size / 1000).toFixed(1).padStart(7)} kB  ${basename(file)}`);
console.log(`${total.toFixed(1).padStart(7)} kB  of ${BUDGET_KB} kB`);
if (total > BUDGET_KB) {
  console.error(`A first visit transfers ${total.toFixed(0)} kB; ${BUDGET_KB} kB is the budget.`);
  process.exitCode = 1;
}
