import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

// The search for a Chromium on machines that have none: each in a process of its own, with its own PATH.

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kernelscope-chromium-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program of the machine that notes how it is called, then does what `script` says. */
function program(name: string, script = 'exit 1'): void {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho "${name} $*" >> "${folder}/calls"\n${script}\n`);
  chmodSync(file, 0o755);
}

/** What `ensureChromium` gives, or the sentence it throws, where Debian's Chromium would stand at `folder/chromium`. */
function ensure(env: Record<string, string> = {}): { answer: string; calls: string } {
  const code = `import { ensureChromium } from './scripts/chromium.mjs';
    try { console.log(ensureChromium(${JSON.stringify(join(folder, 'chromium'))})); }
    catch (error) { console.log(error.message); }`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    env: { PATH: folder, HOME: folder, PLAYWRIGHT_BROWSERS_PATH: folder, ...env },
  });
  let calls = '';
  try {
    calls = readFileSync(join(folder, 'calls'), 'utf8');
  } catch {
    // Nothing was called.
  }
  return { answer: stdout.trim(), calls };
}

test('a clear sentence where nothing can install one', () => {
  const sentence = /^The browser tests need Chromium, .* Install Chromium or Chrome and set CHROMIUM_PATH/;
  expect(ensure().answer).toMatch(sentence);
  program('apt-get');
  program('npx');
  const { answer, calls } = ensure();
  expect(answer).toMatch(sentence);
  expect(calls).toContain('npx playwright install chromium');
});

test.runIf(process.getuid?.() === 0)('Debian’s package where apt and root are there', () => {
  program('apt-get', `case "$*" in *install*chromium*) : > "${folder}/chromium";; esac`);
  program('npx');
  const { answer, calls } = ensure();
  expect(answer).toBe(join(folder, 'chromium'));
  expect(calls).not.toContain('npx');
});

test('one that is named and not there is said', () => {
  expect(ensure({ CHROMIUM_PATH: '/nowhere/chrome' }).answer).toBe(
    'CHROMIUM_PATH names /nowhere/chrome, which does not exist.',
  );
});
