import { fileURLToPath } from 'node:url';

/** What opens a page, and what shows its first picture. */
const FIRST = ['main.tsx', 'embed.tsx', 'ui/mount.tsx'];
/** What every visit of the page asks for next, each by an import of its own. */
const NEXT = [
  'ui/header/header.tsx',
  'ui/probe/probe.tsx',
  'ui/dock/dock.tsx',
  'ui/lab/lab.tsx',
  'ui/lab/confusion.tsx',
  'ui/lab/experiment.tsx',
];

interface ModuleInfo {
  readonly importedIds: readonly string[];
}
/** Names the chunk of a module, where it has one. */
type Chunk = (id: string, build: { getModuleInfo(id: string): ModuleInfo | null }) => string | null;

/** A chunk of what the first picture needs. */
export const first = (chunk: string): Chunk => chunkOf(chunk, FIRST);
/** A chunk of what every visit asks for next; its own modules only where no group before it took them. */
export const next = (chunk: string): Chunk => chunkOf(chunk, NEXT);

/** A chunk of the files told, below src/, and of all that they import statically. */
function chunkOf(chunk: string, files: readonly string[]): Chunk {
  let needed: Set<string> | undefined;
  return (id, build) => {
    needed ??= imported(
      files.map((file) => fileURLToPath(new URL(`../src/${file}`, import.meta.url))),
      (module) => build.getModuleInfo(module)?.importedIds ?? [],
    );
    return needed.has(id) ? chunk : null;
  };
}

function imported(from: readonly string[], importsOf: (id: string) => readonly string[]): Set<string> {
  const found = new Set<string>();
  const left = [...from];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    left.push(...importsOf(id));
  }
  return found;
}
