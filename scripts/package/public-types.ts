/**
 * The declarations that a package's entries name, out of all that `tsc` has emitted. The compiler declares everything
 * that it has seen, what is internal too; published, that would need the libraries that only the inside uses.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync, Visitor } from 'vite';

type Parsed = ReturnType<typeof parseSync>['program']['body'][number];

/** A name of another module. */
interface Origin {
  readonly source: string;
  /** `*`: the whole module. */
  readonly name: string;
}

interface Statement {
  /** With its comment. */
  readonly text: string;
  readonly node: Parsed;
}

interface Declarations {
  readonly imports: ReadonlyMap<string, Origin>;
  readonly sideEffects: readonly string[];
  /** Overloads and merged interfaces are several statements of one name. */
  readonly declared: ReadonlyMap<string, readonly Statement[]>;
  /** `declare global` and `declare module`, which hold without being named. */
  readonly ambient: readonly Statement[];
  /** Exported names: a name of this file, or one of another module. */
  readonly exports: ReadonlyMap<string, string | Origin>;
  /** Of these, those that are exported where they are declared. */
  readonly exportedInPlace: ReadonlySet<string>;
}

/** What is kept of one file. */
interface Kept {
  readonly statements: Set<Statement>;
  readonly imports: Set<string>;
  readonly exports: Set<string>;
}

/** Names that it may speak of. */
function mentionsOf(node: Parsed, file: string): string[] {
  const names = new Set<string>();
  const visitor = new Visitor({
    Identifier(identifier) {
      names.add(identifier.name);
    },
    TSImportType() {
      throw new Error(`${file}: an import within a type; import its name instead.`);
    },
  });
  visitor.visit({ type: 'Program', body: [node], start: 0, end: 0 } as never);
  return [...names];
}

function namesOf(node: Parsed): string[] {
  if (node.type === 'VariableDeclaration') {
    return node.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  }
  const { id } = node as { id?: { type: string; name: string } | null };
  return id?.type === 'Identifier' ? [id.name] : [];
}

const nameOf = (name: { readonly type: string }) => (name as { name?: string }).name ?? 'default';

function read(file: string): Declarations {
  const source = readFileSync(file, 'utf8');
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const imports = new Map<string, Origin>();
  const sideEffects: string[] = [];
  const declared = new Map<string, Statement[]>();
  const ambient: Statement[] = [];
  const exports = new Map<string, string | Origin>();
  const exportedInPlace = new Set<string>();
  let last = 0;
  for (const node of program.body) {
    // What stands before a statement is its comment.
    const text = source.slice(last, node.end).trim();
    last = node.end;
    if (node.type === 'ImportDeclaration') {
      if (node.specifiers.length === 0) sideEffects.push(node.source.value);
      for (const specifier of node.specifiers) {
        const whole = specifier.type === 'ImportNamespaceSpecifier';
        const name =
          specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : whole ? '*' : 'default';
        imports.set(specifier.local.name, { source: node.source.value, name });
      }
      continue;
    }
    const exported = node.type === 'ExportNamedDeclaration';
    if (exported && !node.declaration) {
      for (const { local, exported: as } of node.specifiers) {
        const name = nameOf(local);
        exports.set(nameOf(as), node.source ? { source: node.source.value, name } : name);
      }
      continue;
    }
    const declaration = exported ? node.declaration! : node;
    const statement = { text, node: declaration };
    if (declaration.type === 'TSModuleDeclaration') ambient.push(statement);
    for (const name of namesOf(declaration)) {
      declared.set(name, [...(declared.get(name) ?? []), statement]);
      if (!exported) continue;
      exports.set(name, name);
      exportedInPlace.add(name);
    }
  }
  return { imports, sideEffects, declared, ambient, exports, exportedInPlace };
}

/** The declarations that `./a.js` or `./a.ts` in `file` names; undefined for a package. */
function fileOf(file: string, source: string): string | undefined {
  if (!source.startsWith('.')) return undefined;
  const path = join(dirname(file), source.replace(/\.[jt]sx?$/, '.d.ts'));
  if (!existsSync(path)) throw new Error(`${file} names ${source}, which has no declarations.`);
  return path;
}

/**
 * The text of every file of declarations that `entries` need, by path, and the packages that these name. `entries` are
 * paths too; all that they export is public.
 */
export function publicTypes(entries: readonly string[]): {
  readonly files: ReadonlyMap<string, string>;
  readonly packages: ReadonlySet<string>;
} {
  const known = new Map<string, { readonly all: Declarations; readonly kept: Kept }>();
  const packages = new Set<string>();

  function open(file: string) {
    const seen = known.get(file);
    if (seen) return seen;
    const all = read(file);
    const opened = {
      all,
      kept: { statements: new Set<Statement>(), imports: new Set<string>(), exports: new Set<string>() },
    };
    known.set(file, opened);
    for (const statement of all.ambient) keep(file, statement);
    for (const source of all.sideEffects) {
      const target = fileOf(file, source);
      if (target) open(target);
    }
    return opened;
  }

  function follow(file: string, { source, name }: Origin): void {
    const target = fileOf(file, source);
    if (target === undefined) packages.add(source);
    else if (name === '*')
      for (const exported of open(target).all.exports.keys()) keepExport(target, exported);
    else keepExport(target, name);
  }

  function keep(file: string, statement: Statement): void {
    const { kept } = open(file);
    if (kept.statements.has(statement)) return;
    kept.statements.add(statement);
    for (const name of mentionsOf(statement.node, file)) keepName(file, name);
  }

  function keepName(file: string, name: string): void {
    const { all, kept } = open(file);
    for (const statement of all.declared.get(name) ?? []) keep(file, statement);
    const origin = all.imports.get(name);
    if (!origin || kept.imports.has(name)) return;
    kept.imports.add(name);
    follow(file, origin);
  }

  function keepExport(file: string, name: string): void {
    const { all, kept } = open(file);
    if (kept.exports.has(name)) return;
    kept.exports.add(name);
    const from = all.exports.get(name);
    if (from === undefined) throw new Error(`${file} exports no ${name}.`);
    if (typeof from === 'string') keepName(file, from);
    else follow(file, from);
  }

  for (const entry of entries) for (const name of open(entry).all.exports.keys()) keepExport(entry, name);
  const files = new Map([...known].map(([file, { all, kept }]) => [file, write(all, kept)]));
  return { files, packages };
}

function write(all: Declarations, kept: Kept): string {
  const lines: string[] = all.sideEffects.map((source) => `import '${published(source)}';`);
  for (const [local, { source, name }] of all.imports) {
    if (!kept.imports.has(local)) continue;
    const what = name === '*' ? `* as ${local}` : `{ ${renamed(name, local)} }`;
    lines.push(`import type ${what} from '${published(source)}';`);
  }
  const statements = new Set([...all.ambient, ...[...all.declared.values()].flat()]);
  for (const statement of statements) if (kept.statements.has(statement)) lines.push(statement.text);
  for (const name of kept.exports) {
    const from = all.exports.get(name)!;
    if (typeof from !== 'string') {
      lines.push(`export { ${renamed(from.name, name)} } from '${published(from.source)}';`);
    } else if (!all.exportedInPlace.has(name)) lines.push(`export { ${renamed(from, name)} };`);
  }
  return `${lines.join('\n')}\nexport {};\n`;
}

/** Declarations stand for scripts, and are named as these. */
const published = (source: string) => source.replace(/\.tsx?$/, '.js');

const renamed = (name: string, as: string) => (name === as ? name : `${name} as ${as}`);
