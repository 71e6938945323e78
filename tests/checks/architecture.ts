import type { Import } from './imports.ts';

/**
 * The floors of the house, top first. A folder imports only from itself and from floors below its own; folders on one
 * floor don't import each other. `doors` are the files directly in src/, `package` has those of the package for npm.
 */
const FLOORS: readonly (readonly string[])[] = [
  ['doors', 'package'],
  ['app'],
  ['ui', 'embedding'],
  ['lessons'],
  ['scope'],
  ['stores', 'paint'],
  ['engine'],
  ['scene', 'formats'],
  ['text'],
  ['model'],
  ['base'],
];

const DOORS = ['main.tsx', 'embed.tsx', 'sw.ts', 'element.ts', 'scorm.ts'];

/** Folders that know neither React nor tfjs nor the DOM (tsconfig.core.json checks the last: what Node lacks is not there). */
const CORE = ['base', 'model', 'text', 'scene', 'formats'];

const CORE_PACKAGES = /^(?:valibot|fflate|h5wasm|papaparse|d3-[a-z-]+|@lezer\/(?:common|python))$/;

/** Packages that stay in their place. */
const HOMES: readonly (readonly [package_: RegExp, folders: readonly string[]])[] = [
  [/^@tensorflow\//, ['engine']],
  [/^comlink$/, ['engine']],
  [/^(?:react|react-dom|react-aria-components)$/, ['doors', 'package', 'app', 'ui']],
  [/^zustand$/, ['stores', 'ui', 'app', 'scope', 'lessons']],
];

/** The folder of src/ that a file belongs to; throws for one that no floor lists. */
export function folderOf(file: string): string {
  const folder = file.includes('/')
    ? file.slice(0, file.indexOf('/'))
    : DOORS.includes(file)
      ? 'doors'
      : file;
  if (floorOf(folder) === -1) throw new Error(`src/${file} is on no floor of tests/checks/architecture.ts`);
  return folder;
}

const floorOf = (folder: string) => FLOORS.findIndex((floor) => floor.includes(folder));

/** A sentence for every import that goes up, sideways, or takes a package out of its home. */
export function violations(imports: readonly Import[]): string[] {
  const found: string[] = [];
  for (const edge of imports) {
    const from = folderOf(edge.from);
    if (edge.to !== undefined) {
      // What leaves src/ (package.json for the version) is data, except for tests and scripts.
      const outside = edge.to.startsWith('../');
      if (outside && edge.to !== '../package.json')
        found.push(`${edge.from} imports ${edge.to}, outside src/`);
      if (outside) continue;
      const to = folderOf(edge.to);
      if (from !== to && floorOf(to) <= floorOf(from)) {
        found.push(`${edge.from} imports ${edge.to}: ${from} may not import from ${to}`);
      }
    } else if (edge.package !== undefined) {
      const name = edge.package;
      if (CORE.includes(from) && !CORE_PACKAGES.test(name))
        found.push(`${edge.from} imports ${name}: ${from} is core`);
      const home = HOMES.find(([pattern]) => pattern.test(name))?.[1];
      if (home && !home.includes(from))
        found.push(`${edge.from} imports ${name}, which stays in ${home.join(', ')}`);
    }
  }
  return found;
}
