/**
 * Writes the package for npm to `dist-package/`: the entries of `src/package/` as ES modules with their types, and the
 * built site of `dist/`, which the element shows (`npm run build` first).
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'vite';
import { root } from './install.mjs';
import { publicTypes } from './package/public-types.ts';

/** By the name under which it is imported: `.` is `kernelscope`, the file is one of `src/package/`. */
const ENTRIES = { '.': 'element.ts', './react': 'react.tsx', './model': 'model.ts' } as const;

/** What the application that installs the package brings along. */
const PEERS = { react: '>=19' };

const out = join(root, 'dist-package');
const site = resolve(root, process.argv[2] ?? 'dist');

const nameOf = (file: string) => file.replace(/\.tsx?$/, '');

async function writeScripts(): Promise<void> {
  const entry = Object.fromEntries(
    Object.values(ENTRIES).map((file) => [nameOf(file), join(root, 'src/package', file)]),
  );
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        external: /^react(?:$|\/)/,
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'parts/[name].js',
          // Where components are of the server unless they say otherwise.
          codeSplitting: { groups: [{ name: 'valibot', test: /\/node_modules\/valibot\// }] },
          banner: ({ name }) => (name === 'react' ? "'use client';" : ''),
        },
      },
    },
  });
}

/** The declarations that the entries name; throws where they name a package that nobody would have. */
function writeTypes(): void {
  const folder = mkdtempSync(join(tmpdir(), 'kernelscope-types-'));
  try {
    const problems = emitTypes(folder);
    const { files, packages } = publicTypes(
      Object.values(ENTRIES).map((file) => join(folder, 'package', `${nameOf(file)}.d.ts`)),
    );
    const foreign = [...packages].filter((name) => !(name in PEERS));
    if (foreign.length > 0) throw new Error(`The public types name ${foreign.join(', ')}.`);
    for (const [file, text] of files) {
      const path = relative(folder, file);
      // What the compiler could not name matters where it is public.
      const problem = problems.find((line) => line.includes(`src/${path.replace(/\.d\.ts$/, '.ts')}`));
      if (problem) throw new Error(problem);
      const target = join(out, 'types', path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Emits what it can, and gives the compiler's complaints, a line each. */
function emitTypes(folder: string): string[] {
  const words = ['-p', join(root, 'tsconfig.package.json'), '--outDir', folder];
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...words]);
    return [];
  } catch (error) {
    const { stdout } = error as { stdout?: Buffer };
    if (stdout === undefined) throw error;
    return String(stdout).split('\n');
  }
}

function writeManifest(): void {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  const exports = Object.fromEntries(
    Object.entries(ENTRIES).map(([name, file]) => [
      name,
      { types: `./types/package/${nameOf(file)}.d.ts`, default: `./${nameOf(file)}.js` },
    ]),
  );
  const manifest = {
    name: own.name,
    version: own.version,
    description: own.description,
    keywords: [
      'cnn',
      'convolution',
      'keras',
      'neural-network',
      'visualization',
      'education',
      'web-component',
    ],
    license: own.license,
    type: 'module',
    engines: own.engines,
    // Importing the element registers its tag.
    sideEffects: ['./element.js', './parts/*.js'],
    exports: { ...exports, './site/*': './site/*', './package.json': './package.json' },
    bin: { 'kernelscope-site': './bin/copy-site.js' },
    peerDependencies: PEERS,
    peerDependenciesMeta: { react: { optional: true } },
  };
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

if (!existsSync(join(site, 'embed.html')))
  throw new Error(`${site} holds no built site: "npm run build" first.`);
await writeScripts();
writeTypes();
writeManifest();
cpSync(join(root, 'src/package/README.md'), join(out, 'README.md'));
cpSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
cpSync(join(root, 'scripts/package/copy-site.js'), join(out, 'bin/copy-site.js'));
cpSync(site, join(out, 'site'), { recursive: true });
