/**
 * What a first visit transfers, from the built site: index.html and all it names, every module that these import or load
 * later, the engine's worker, the wasm binary, the first digits and the weights that the page opens with. Gzipped as a
 * static host does it, against the budget; the bench measures the same on the wire.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './install.mjs';

const BUDGET_KB = 700;
/** Compressed in itself; hosts send it as it is. */
const AS_IT_IS = /\.(?:woff2|png)$/;
/** Of the worker's modules only the static imports: it loads a backend when that is chosen. */
const OF_WORKER = /^assets\/(?:worker|Unique_impl|rolldown-runtime)-/;

/**
 * Parts that come only when somebody opens them: workers of their own, what stands behind a menu, a tab or a layer. The
 * bench measures on the wire that nothing else comes by itself.
 */
const ON_DEMAND = new RegExp(
  `^(?:${[
    ...['archive-worker', 'open-archive', 'save-archive', 'python', 'code-panel', 'editor', 'code-editor'],
    ...['answer', 'data-panel', 'example-picture', 'photos', 'palette', 'layer-form', 'kernel-bar'],
    ...['more-settings', 'health', 'save', 'save-stage'],
  ].join('|')})-`,
);

const dist = join(root, process.argv[2] ?? 'dist');
const assets = new Set(readdirSync(join(dist, 'assets')));

/** The one asset whose name matches; throws where there is none, so that a renamed file can't leave the budget. */
function asset(pattern: RegExp): string {
  const found = [...assets].filter((file) => pattern.test(file));
  if (found.length !== 1) throw new Error(`${found.length} assets match ${pattern}; one is expected`);
  return `assets/${found[0]}`;
}

/** Files of the site that a page, a style sheet or a module names. */
function named(file: string): string[] {
  const text = readFileSync(join(dist, file), 'utf8');
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, path]) => path!);
  if (file.endsWith('.html')) return all(/(?:src|href)="\.\/([^"]+)"/g);
  const mentions = OF_WORKER.test(file)
    ? all(/\b(?:import|from)\s*["'`]\.\/([^"'`]+)["'`]/g)
    : all(/(?:["'`(])(?:\.\/)?([\w.-]+\.(?:js|css|woff2))["'`)]/g).filter((path) => assets.has(path));
  return mentions.filter((path) => !ON_DEMAND.test(path)).map((path) => `assets/${path}`);
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
  if (/\.(?:html|js|css)$/.test(file)) queue.push(...named(file));
}
// The interface comes by dynamic import: a graph without it is not a first visit.
for (const part of ['mount', 'header', 'lab', 'probe']) {
  const file = asset(new RegExp(`^${part}-.*\\.js$`));
  if (!visited.has(file)) throw new Error(`${file} was not reached from index.html`);
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
