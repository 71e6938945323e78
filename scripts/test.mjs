/**
 * `npm test`: every check, each with its time and result; stops after the stage in which one fails and shows its
 * output. The last line counts the tests: `N passed, 0 failed`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { install, root } from './install.mjs';

/** Longer than any step takes; one that hangs must not hang the caller. */
const STEP_LIMIT_MS = 15 * 60_000;

const reports = mkdtempSync(join(tmpdir(), 'kernelscope-test-'));

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {{ ok: boolean, output: string, counts?: Counts | undefined }} Result */

/** @typedef {readonly [name: string, run: () => Promise<Result>]} Step */

/**
 * Stages, one after the other, each of lanes that run side by side, the steps of a lane in order: most of what comes
 * before the tests uses one processor only.
 *
 * @type {readonly (readonly (readonly Step[])[])[]}
 */
const STAGES = [
  [
    [
      ['packages', () => attempt(install)],
      ['Chromium', () => attempt(() => ensureChromium())],
    ],
  ],
  [
    [
      ['format and lint', () => command(['biome', 'ci', '--colors=off', '.'])],
      ['types', () => command(['tsc', '--noEmit'])],
      ['types of the core', () => command(['tsc', '--noEmit', '-p', 'tsconfig.core.json'])],
      ['imports', () => vitest('checks')],
      ['dead exports', () => command(['knip', '--no-progress'])],
    ],
    [
      ['build', () => command(['vite', 'build', '--logLevel', 'error'])],
      ['package', () => command(['tsx', 'scripts/package.ts'])],
      ['package tests', () => vitest('package')],
      ['size budget', () => command(['tsx', 'scripts/size-budget.ts'])],
    ],
  ],
  [[['unit tests and gallery', () => vitest('unit', 'engine', 'gallery', 'limits')]]],
  [[['browser tests', () => playwright()]]],
];

const total = { passed: 0, failed: 0 };
const started = performance.now();
let ok = true;
for (const lanes of STAGES) {
  const ends = await Promise.all(lanes.map((steps) => lane(steps, lanes.length === 1)));
  ok = ends.every(Boolean);
  if (!ok) break;
}
rmSync(reports, { recursive: true, force: true });
console.log(`All of it took ${seconds(started)}.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = ok ? 0 : 1;

/**
 * Runs steps in order, up to one that fails.
 *
 * @param {readonly Step[]} steps
 * @param {boolean} alone whether no other lane writes meanwhile, so that a step can be named before it ends
 * @returns {Promise<boolean>} whether all went well
 */
async function lane(steps, alone) {
  for (const [name, run] of steps) {
    const start = performance.now();
    if (alone) process.stdout.write(`${name} … `);
    const result = await run();
    total.passed += result.counts?.passed ?? 0;
    total.failed += result.counts?.failed ?? 0;
    const count = result.counts ? `, ${result.counts.passed} passed` : '';
    console.log(`${alone ? '' : `${name} … `}${result.ok ? 'ok' : 'FAILED'} (${seconds(start)}${count})`);
    if (!result.ok) {
      console.log(`\n${result.output.trimEnd()}\n\n${name}: failed`);
      // A check without tests of its own counts as one.
      total.failed = Math.max(total.failed, 1);
      return false;
    }
  }
  return true;
}

/** @param {number} start */
function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/**
 * @param {() => unknown} work
 * @returns {Promise<Result>}
 */
async function attempt(work) {
  try {
    await work();
    return { ok: true, output: '' };
  } catch (error) {
    return { ok: false, output: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Runs a program of node_modules/.bin and keeps what it prints.
 *
 * @param {string[]} words
 * @param {Record<string, string>} env
 * @returns {Promise<Result>}
 */
function command([program = '', ...args], env = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(join(root, 'node_modules', '.bin', program), args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      timeout: STEP_LIMIT_MS,
      env: { ...process.env, NO_COLOR: '1', ...env },
    });
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ ok: false, output: String(error) }));
    child.on('close', (code, signal) => {
      if (signal) output += `\nended by ${signal} (the limit of a step is ${STEP_LIMIT_MS / 60_000} minutes)`;
      resolve({ ok: code === 0, output });
    });
  });
}

/**
 * Adds a JSON report's counts to a result. A run that counts no test at all has failed.
 *
 * @param {Result} result
 * @param {string} file
 * @param {(report: any) => Counts} read
 * @returns {Result}
 */
function counted(result, file, read) {
  try {
    const counts = read(JSON.parse(readFileSync(file, 'utf8')));
    const ran = counts.passed + counts.failed > 0;
    return { ok: result.ok && ran, output: ran ? result.output : `${result.output}\nNo test ran.`, counts };
  } catch {
    return { ok: false, output: `${result.output}\nNo report of the tests was written.` };
  }
}

/** @param {string[]} projects */
async function vitest(...projects) {
  const file = join(reports, `${projects.join('-')}.json`);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const words = ['vitest', 'run', ...chosen, '--reporter=default', '--reporter=json'];
  const result = await command([...words, `--outputFile.json=${file}`]);
  return counted(result, file, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  }));
}

async function playwright() {
  const file = join(reports, 'browser.json');
  // It depends on the project of all quick tests.
  const words = ['playwright', 'test', '--project', 'timed', '--reporter=list,json'];
  const result = await command(words, { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  return counted(result, file, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }));
}
