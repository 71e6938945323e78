import { type Zippable, zipSync } from 'fflate';
import { type Course, LAUNCH, manifestOf } from './manifest.ts';

/** A file of the built site, by its path below the site's root: `files.json` lists them all. */
export interface SiteFile {
  readonly path: string;
  readonly bytes: number;
}

/** The site's page that is the package's launch page; its `data-course=""` takes what it has to know. */
export const LAUNCH_TEMPLATE = 'scorm.html';

/** What knows the tag; it lies beside the launch page, as on the site. */
const TAG_SCRIPT = '<script type="module" src="./kernel-scope.js"></script>';

/** Of the page, of installing it, and of `.keras` files, which no lesson needs. */
const UNNEEDED =
  /^(?:index\.html|files\.json|_headers|sw\.js|registerSW\.js|workbox-[^/]*|.*\.webmanifest|icons?\/.*|.*\.map)$|(?:^|\/)(?:hdf5_hl|archive-worker)-/;

/** Compressed already. */
const STORED = /\.(?:bin|png|jpe?g|webp|woff2|zip)$/i;

/** When all files of a package are from, so that the same files make the same package. */
const DAY = new Date(2026, 0, 1);

/** The files of the site that a lesson needs, the launch page's template apart; `wants` tells which below `data/`. */
export function neededFiles(files: readonly SiteFile[], wants: (path: string) => boolean): SiteFile[] {
  return files.filter(
    ({ path }) =>
      path !== LAUNCH_TEMPLATE && !UNNEEDED.test(path) && (!path.startsWith('data/') || wants(path)),
  );
}

/** What the launch page is told, in an attribute of its root element. */
export interface LaunchSettings {
  readonly lesson: string;
  readonly title: string;
  /** `auto`: the reader's. */
  readonly language: string;
  readonly theme: string;
  readonly mastery?: number | undefined;
}

/** The launch page of a lesson. */
export function launchPage(template: string, settings: LaunchSettings): string {
  const course = JSON.stringify(settings).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return template
    .replace('data-course=""', () => `data-course="${course}"`)
    .replace('</head>', `${TAG_SCRIPT}</head>`);
}

/** The package, a zip: `files` by path, the launch page among them, and the manifest that lists them. */
export function courseZip(course: Course, files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  if (!files.has(LAUNCH)) throw new Error(`a package without ${LAUNCH}`);
  const paths = [...files.keys()].toSorted();
  const zipped: Zippable = {
    'imsmanifest.xml': new TextEncoder().encode(manifestOf(course, paths)),
  };
  // Stored files with their size in front: readers that stream a zip cannot take a size that comes after.
  for (const path of paths) zipped[path] = [files.get(path)!, { level: STORED.test(path) ? 0 : 6 }];
  return zipSync(zipped, { level: 6, mtime: DAY }) as Uint8Array<ArrayBuffer>;
}
