import { defineConfig } from 'vitest/config';

/** Tests are TypeScript run in Node; browser tests are Playwright's, in tests/e2e. */
export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'checks', include: ['tests/checks/**/*.test.ts'] } },
      { extends: true, test: { name: 'gallery', include: ['tests/gallery/**/*.test.{ts,tsx}'] } },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/{checks,gallery,e2e,engine}/**', 'node_modules/**'],
          // What they test keeps nothing between calls: files may share a thread and its modules.
          pool: 'threads',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'engine',
          include: ['tests/engine/**/*.test.ts'],
          // tfjs's gradients are modules without file extensions, which only vite resolves.
          server: { deps: { inline: [/@tensorflow\/tfjs-core/] } },
        },
      },
    ],
  },
});
