#!/usr/bin/env node
/** `kernelscope-site <folder>`: copies the site that widgets are frames of to where a web server serves it. */
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [folder] = process.argv.slice(2);
if (folder === undefined || folder.startsWith('-')) {
  console.error('Usage: kernelscope-site <folder>, for instance kernelscope-site public/kernelscope');
  process.exitCode = 1;
} else {
  // Parts of an earlier version stay: an open page may still ask for them.
  cpSync(fileURLToPath(new URL('../site', import.meta.url)), folder, { recursive: true });
}
