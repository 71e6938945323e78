import { rmSync } from 'node:fs';
import { archivesIn, archivesOut } from './keras/archives.ts';
import type { KerasCheck } from './keras/check.ts';
import { KerasMissing, preparePython } from './keras/python.ts';
import { summaries } from './keras/summaries.ts';

// Checks against real Keras, in a Python environment that is thrown away: `npm run test:keras`. With KERAS_PYTHON
// naming a Python that has Keras 3.15, JAX and h5py, nothing is installed.

const checks: readonly KerasCheck[] = [summaries, archivesOut, archivesIn];

const MOST_FAULTS = 20;

/** Says that nothing was checked, for those who can do without (`EX_TEMPFAIL`). */
const NOT_CHECKED = 75;

function prepared() {
  try {
    return preparePython();
  } catch (error) {
    if (!(error instanceof KerasMissing)) throw error;
    console.error(`Nothing was checked against Keras: ${error.message}`);
    process.exit(NOT_CHECKED);
  }
}

const { python, folder } = prepared();
const total = { passed: 0, failed: 0 };
try {
  for (const { name, run } of checks) {
    const began = performance.now();
    const { checked, faults } = await run(python);
    // A check of nothing is no check.
    const ok = faults.length === 0 && checked > 0;
    total[ok ? 'passed' : 'failed']++;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `${name}: ${ok ? 'ok' : 'FAILED'} (${checked} checked, ${faults.length} faults, ${seconds} s)`,
    );
    for (const fault of faults.slice(0, MOST_FAULTS)) console.log(`  ${fault}`);
  }
} finally {
  if (folder) rmSync(folder, { recursive: true, force: true });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
