import { KernelscopeError } from '../../base/errors.ts';
import { type Course, LAUNCH } from '../../formats/scorm/manifest.ts';
import {
  courseZip,
  LAUNCH_TEMPLATE,
  launchPage,
  neededFiles,
  type SiteFile,
} from '../../formats/scorm/package.ts';
import type { LessonId } from '../../lessons/lesson.ts';
import { LESSONS } from '../../lessons/list.ts';
import { neededData } from '../../lessons/needed-data.ts';
import { language as spoken } from '../../text/language.ts';
import { siteUrl } from './opened.ts';

const LIST = 'files.json';
/** Files that are fetched side by side. */
const AT_ONCE = 6;

interface ExportOptions {
  readonly lesson: LessonId;
  /** `auto`: the reader's. */
  readonly language: 'auto' | 'en' | 'de';
  readonly theme: 'auto' | 'light' | 'dark';
  readonly mastery: number | undefined;
  /** Told how many bytes of how many are there. */
  readonly progress: (done: number, all: number) => void;
  readonly signal: AbortSignal;
}

/** A file of the site; rejects with `network`. */
async function fetched(path: string, signal: AbortSignal): Promise<Response> {
  const refused = (received: string) => new KernelscopeError({ code: 'network', path, received });
  const response = await fetch(new URL(path, siteUrl()), { signal }).catch((error: unknown) => {
    throw signal.aborted ? error : refused(String(error));
  });
  // A server that answers every address with the page has no such file either.
  const page = response.headers.get('Content-Type')?.startsWith('text/html') && !path.endsWith('.html');
  if (!response.ok || page) throw refused(page ? 'text/html' : String(response.status));
  return response;
}

/** Whether this site was built, and so knows its files. */
export async function canExport(): Promise<boolean> {
  try {
    await fetched(LIST, AbortSignal.timeout(10_000));
    return true;
  } catch {
    return false;
  }
}

async function contents(
  files: readonly SiteFile[],
  { progress, signal }: ExportOptions,
): Promise<Map<string, Uint8Array>> {
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const left = [...files];
  const found = new Map<string, Uint8Array>();
  let done = 0;
  const take = async (): Promise<void> => {
    for (let file = left.shift(); file; file = left.shift()) {
      const response = await fetched(file.path, signal);
      found.set(file.path, new Uint8Array(await response.arrayBuffer()));
      done += file.bytes;
      progress(done, all);
    }
  };
  progress(0, all);
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  return found;
}

/**
 * A lesson as a SCORM 1.2 package: what of this site it needs, with a launch page and a manifest. Rejects with `network`
 * where a file is missing, and with the signal's reason.
 */
export async function exportCourse(options: ExportOptions): Promise<Blob> {
  const { lesson, language, theme, mastery, signal } = options;
  const loaded = await LESSONS.load(lesson);
  const site = (await (await fetched(LIST, signal)).json()) as SiteFile[];
  const template = await (await fetched(LAUNCH_TEMPLATE, signal)).text();
  const files = await contents(neededFiles(site, neededData(loaded)), options);
  signal.throwIfAborted();
  const told = language === 'auto' ? spoken() : language;
  const title = loaded.about.title[told];
  const page = launchPage(template, { lesson, title, language, theme, mastery });
  files.set(LAUNCH, new TextEncoder().encode(page));
  const course: Course = {
    lesson,
    title,
    summary: loaded.about.summary[told],
    language: told,
    mastery,
  };
  return new Blob([courseZip(course, files)], { type: 'application/zip' });
}
