import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is installed, 0.7 GB of it; h5py reads and writes the weights of `.keras` archives. */
const PACKAGES = ['keras==3.15.0', 'jax', 'h5py'];

const CANDIDATES = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11'];

/** A Python that Keras 3.15 runs on; undefined where there is none. */
function findPython(): string | undefined {
  const check = 'import sys, venv; sys.exit(sys.version_info < (3, 11))';
  return CANDIDATES.find((command) => spawnSync(command, ['-c', check], { stdio: 'ignore' }).status === 0);
}

/** Keras could not be had here: no Python, or no packages. */
export class KerasMissing extends Error {}

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new KerasMissing(`${command} ${args.join(' ')} did not succeed`);
}

/** A Python with Keras: the one that KERAS_PYTHON names, else one in a new folder, which `folder` names. */
export function preparePython(): { readonly python: string; readonly folder?: string } {
  const given = process.env.KERAS_PYTHON;
  if (given) return { python: given };
  const found = findPython();
  if (!found) throw new KerasMissing('Keras 3.15 needs Python 3.11 or newer; there is none.');
  const folder = mkdtempSync(join(tmpdir(), 'kernelscope-keras-'));
  run(found, ['-m', 'venv', folder]);
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PACKAGES]);
  return { python, folder };
}

/** Runs a script of this folder with `input` as JSON; gives the JSON texts that it prints, one a line. */
export async function runPython(python: string, script: string, input: unknown): Promise<unknown[]> {
  const child = spawn(python, ['-W', 'ignore', fileURLToPath(new URL(script, import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, KERAS_BACKEND: 'jax', JAX_PLATFORMS: 'cpu', PYTHONDONTWRITEBYTECODE: '1' },
  });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stdin.end(JSON.stringify(input));
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}
