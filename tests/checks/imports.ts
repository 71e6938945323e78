import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync, Visitor } from 'vite';

/** One import as written: values, types, `import()`, `import('…').T`, re-exports, `?worker&url`, `new URL`. */
export interface Import {
  /** Path below the scanned folder, with forward slashes. */
  readonly from: string;
  readonly specifier: string;
  /** The file it names, below the scanned folder; undefined for a package. */
  readonly to: string | undefined;
  /** The package it names, without a path inside it; undefined for a file. */
  readonly package: string | undefined;
}

export interface Scan {
  readonly files: readonly string[];
  readonly imports: readonly Import[];
  /** Lines of each file, in the order of `files`. */
  readonly lines: readonly number[];
}

const CODE = /\.(?:[cm]?[jt]s|[jt]sx)$/;

/** Reads every code file below `folder`. Throws where one does not parse or imports a file that is not there. */
export function scan(folder: string): Scan {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(slashes)
    .filter((file) => CODE.test(file))
    .sort();
  const imports: Import[] = [];
  const lines: number[] = [];
  for (const file of files) {
    const source = readFileSync(join(folder, file), 'utf8');
    lines.push(source.trimEnd().split('\n').length);
    for (const specifier of specifiersOf(file, source)) imports.push(resolved(folder, file, specifier));
  }
  return { files, imports, lines };
}

/** Everything that a module names as another module. */
export function specifiersOf(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const found: string[] = [];
  const note = (node: unknown) => {
    if (node === null || node === undefined) return;
    const literal = node as { type: string; value?: unknown };
    // A computed name would be an edge that this check can't see.
    if (literal.type !== 'Literal' || typeof literal.value !== 'string') {
      throw new Error(`${file}: an import whose name is computed`);
    }
    found.push(literal.value);
  };
  const noteSource = (node: { readonly source: unknown }) => note(node.source);
  new Visitor({
    ImportDeclaration: noteSource,
    ExportNamedDeclaration: noteSource,
    ExportAllDeclaration: noteSource,
    ImportExpression: noteSource,
    TSImportType: noteSource,
    NewExpression(node) {
      const [path, base] = node.arguments;
      const isUrl = node.callee.type === 'Identifier' && node.callee.name === 'URL';
      const relativeToModule = base?.type === 'MemberExpression' && base.object.type === 'MetaProperty';
      if (isUrl && relativeToModule) note(path);
    },
  }).visit(program);
  return found;
}

function resolved(folder: string, from: string, specifier: string): Import {
  if (!specifier.startsWith('.')) {
    const parts = specifier.split('/');
    const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
    return { from, specifier, to: undefined, package: name };
  }
  const path = resolve(folder, dirname(from), specifier.replace(/[?#].*$/, ''));
  if (!existsSync(path)) throw new Error(`${from} imports ${specifier}, which is not there`);
  return { from, specifier, to: slashes(relative(folder, path)), package: undefined };
}

const slashes = (path: string) => path.replaceAll('\\', '/');

/**
 * The groups of files that import each other in a circle (strongly connected components of more than one file, or a
 * file that imports itself), by Tarjan's algorithm.
 */
export function circles(files: readonly string[], imports: readonly Import[]): string[][] {
  const edges = new Map<string, string[]>(files.map((file) => [file, []]));
  for (const { from, to } of imports) if (to !== undefined) edges.get(from)?.push(to);
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    low.set(file, order.get(file)!);
    open.push(file);
    for (const next of edges.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) low.set(file, Math.min(low.get(file)!, low.get(next)!));
    }
    if (low.get(file) !== order.get(file)) return;
    const group = open.splice(open.indexOf(file));
    if (group.length > 1 || edges.get(file)?.includes(file)) found.push(group);
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return found;
}
