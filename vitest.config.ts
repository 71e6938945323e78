import mdx from '@mdx-js/rollup';
import { defineConfig } from 'vitest/config';

/** Tests of how long a call may take. */
const LIMITS = [
  'tests/formats/link.test.ts',
  'tests/formats/archive/damage.test.ts',
  'tests/model/gate.test.ts',
  'tests/model/normalise.test.ts',
];

/** Tests are TypeScript run in Node; browser tests are Playwright's, in tests/e2e. */
export default defineConfig({
  // The texts of lessons.
  plugins: [{ enforce: 'pre', ...mdx() }],
  test: {
    environment: 'node',
    testTimeout: 30_000,
    // A core for the runner itself, as is usual, would be half of a small machine.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'checks', include: ['tests/checks/**/*.test.ts'] } },
      { extends: true, test: { name: 'gallery', include: ['tests/gallery/**/*.test.{ts,tsx}'] } },
      // The built package: `npm run package` first.
      { extends: true, test: { name: 'package', include: ['tests/package/**/*.test.ts'] } },
      // They measure what a call takes of the processor, which is that of its process: each file has one to itself, so
      // that nobody else's garbage is collected in it, and runs when the others have ended.
      {
        extends: true,
        test: {
          name: 'limits',
          include: LIMITS,
          pool: 'forks',
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/{checks,gallery,e2e,engine,parity,package}/**', 'node_modules/**', ...LIMITS],
          // What they test keeps nothing between calls: files may share a process and its modules.
          pool: 'forks',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'engine',
          include: ['tests/{engine,parity}/**/*.test.ts'],
          // As above; tfjs is loaded once a process, and every file says which backend it wants.
          pool: 'forks',
          isolate: false,
          // tfjs's gradients are modules without file extensions, which only vite resolves.
          server: { deps: { inline: [/@tensorflow\/tfjs-core/] } },
        },
      },
    ],
  },
});
