import { dirname, resolve } from 'node:path';
import { parseSync } from 'vite';

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/**
 * Where a module reads a text while it is loaded, outside of every function, as `name` of what it imports from src/text:
 * texts are replaced when the language changes, and what was read before stays in the old one. `file` is its path in src/.
 */
export function copiedTexts(file: string, source: string): string[] {
  const { program } = parseSync(file, source);
  const body = program.body as unknown as readonly Node[];
  const names = new Set(body.flatMap((statement) => namesFromTexts(file, statement)));
  const found: string[] = [];
  const look = (node: Node) => {
    if (isLater(node)) return;
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') {
      if (names.has(node.name as string)) found.push(node.name as string);
      return;
    }
    for (const [key, value] of Object.entries(node)) {
      // Names of members and keys are no references, unless they are computed.
      if ((key === 'property' || key === 'key') && node.computed === false) continue;
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) look(child);
    }
  };
  for (const statement of body) look(statement);
  return found;
}

/** Nothing of it is computed while the module is loaded. */
function isLater({ type, static: isStatic }: Node): boolean {
  if (type === 'PropertyDefinition') return isStatic !== true;
  return (
    /^(?:Function|ArrowFunction)/.test(type) ||
    type === 'ImportDeclaration' ||
    (type.startsWith('TS') && !/^TS(?:As|Satisfies|NonNull)/.test(type))
  );
}

/** Values that an import takes from a catalogue. */
function namesFromTexts(file: string, statement: Node): string[] {
  if (statement.type !== 'ImportDeclaration' || statement.importKind === 'type') return [];
  const { source, specifiers } = statement as unknown as {
    readonly source: { readonly value: string };
    readonly specifiers: readonly {
      readonly importKind?: string;
      readonly local: { readonly name: string };
    }[];
  };
  const path = resolve('/', dirname(file), source.value);
  if (!path.startsWith('/text/') || path === '/text/language.ts') return [];
  return specifiers.filter(({ importKind }) => importKind !== 'type').map(({ local }) => local.name);
}
