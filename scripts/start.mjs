/** `npm start`: installs what is missing, builds, serves `dist/` and prints the address. PORT and HOST may be set. */
import { join } from 'node:path';
import { install, npm, root } from './install.mjs';
import { serve } from './serve.mjs';

try {
  install();
  if (npm(['run', '--silent', 'build']).status !== 0)
    throw new Error('The build did not succeed (its output is above).');
  const asked = process.env.PORT;
  const { url } = await serve({
    root: join(root, 'dist'),
    port: Number(asked ?? 4173),
    host: process.env.HOST ?? '127.0.0.1',
    next: asked === undefined,
  });
  console.log(`\nKernelscope is at ${url}\nCtrl+C ends it.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
