import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { root } from '../../scripts/install.mjs';
import { serve } from '../../scripts/serve.mjs';
import { FRESH, writeProgress } from '../../src/lessons/progress.ts';
import { lesson } from '../../src/lessons/words-and-motion/steps.ts';
import { lessonText } from '../../src/text/lesson.ts';
import { page as text } from '../../src/text/page.ts';
import { scorm } from '../../src/text/scorm.ts';
import { share } from '../../src/text/share.ts';
import { expect, open, test } from './site.ts';

const ID = 'words-and-motion';

/** A course system: scorm-again around the package. What it is told it keeps in the browser's storage. */
const SYSTEM = `
  window.API = new Scorm12API({ logLevel: 5 });
  const kept = localStorage.getItem('kept');
  if (kept) API.loadFromJSON(JSON.parse(kept), '');
  const keep = (name, value) => localStorage.setItem(name, JSON.stringify(value));
  API.on('LMSCommit', () => keep('kept', API.cmi));
  API.on('LMSFinish', () => {
    keep('kept', API.cmi);
    keep('last', API.renderCommitCMI(true).cmi.core);
  });
`;

interface Kept {
  readonly suspend_data: string;
  readonly core: {
    readonly lesson_status: string;
    readonly lesson_location: string;
    readonly score: { readonly raw: string; readonly min: string; readonly max: string };
  };
}

/** Exports the lesson in the page's panel; gives a folder with the package unpacked in `content/`. */
async function exported(page: Page): Promise<string> {
  await open(page, `#lesson=${ID}`);
  await page.getByRole('button', { name: text.header.share }).click();
  await page.getByRole('tab', { name: share.tabs.course }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: share.course.export }).click();
  const zip = readFileSync(await (await coming).path());
  const folder = mkdtempSync(join(tmpdir(), 'kernelscope-course-'));
  for (const [path, content] of Object.entries(unzipSync(zip))) {
    const file = join(folder, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

function writeSystem(folder: string): void {
  copyFileSync(join(root, 'node_modules/scorm-again/dist/scorm12.min.js'), join(folder, 'scorm12.js'));
  writeFileSync(join(folder, 'system.js'), SYSTEM);
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><link rel="icon" href="data:,"><script src="scorm12.js"></script><script src="system.js"></script>' +
      '<iframe src="content/index.html" style="width: 1200px; height: 700px"></iframe>',
  );
  writeFileSync(join(folder, 'left.html'), '<!doctype html><link rel="icon" href="data:,">');
}

test('a lesson in a course system reports completion and score, and goes on where it was left', async ({
  page,
  guard,
}) => {
  const folder = await exported(page);
  writeSystem(folder);
  const system = await serve({ root: folder, base: '/mod/scorm/' });
  const stored = <T>(name: string) =>
    page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? 'null'), name) as Promise<T>;
  const kept = () => stored<Kept>('kept');
  const widget = page.frameLocator('iframe').frameLocator('iframe');
  const inner = () => page.frames().find((frame) => frame.url().includes('/embed.html'));
  const step = () =>
    inner()
      ?.evaluate(() => (window.kernelscope?.lesson() as { step: number } | undefined)?.step)
      // It is still loading.
      .catch(() => undefined);
  const leave = () => page.goto(`${system.url}left.html`);
  const last = lesson.steps.length - 1;

  try {
    await page.goto(system.url);
    await expect.poll(step).toBe(0);
    await leave();
    expect((await kept()).core.lesson_status).toBe('incomplete');
    expect(await stored('last')).toMatchObject({ exit: 'suspend' });

    // As if somebody had come as far as its last step, with one answer that was wrong at first.
    const kinds = lesson.steps.flatMap(({ task }) => (task ? [task.type] : []));
    const first = kinds.indexOf('question');
    const tasks = kinds.map((kind, at) => ({
      ...FRESH,
      done: true,
      right: kind === 'question' && at !== first,
      tried: at === first,
    }));
    const suspend_data = writeProgress(ID, lesson, { seed: 1, at: last - 1, furthest: last - 1, tasks });
    const before = JSON.stringify({ ...(await kept()), suspend_data });
    await page.evaluate((cmi) => localStorage.setItem('kept', cmi), before);
    await page.goto(system.url);
    await expect.poll(step).toBe(last - 1);
    await widget.getByRole('button', { name: lessonText.next, exact: true }).click();
    await expect.poll(async () => (await kept()).core.lesson_status).toBe('completed');
    const asked = kinds.filter((kind) => kind === 'question').length;
    const { core } = await kept();
    expect(Number(core.score.raw)).toBeCloseTo((100 * (asked - 1)) / asked, 2);
    expect(core.score).toMatchObject({ min: '0', max: '100' });
    expect(core.lesson_location).toBe(String(last));
    await leave();
    expect(await stored('last')).toMatchObject({ exit: '' });

    await page.goto(system.url);
    await expect.poll(step).toBe(last);
    // Nothing closes it that has nothing to go back to; one that is closed all the same is there again.
    const closed = inner()!;
    await expect(widget.locator('section.lesson[aria-label]')).toBeVisible();
    await expect(widget.getByRole('button', { name: lessonText.close })).toHaveCount(0);
    await closed.evaluate(() => {
      location.hash = '';
    });
    await expect.poll(() => closed.isDetached()).toBe(true);
    await expect.poll(step).toBe(last);
    // Without a course system it works as well, and says that nothing is reported.
    await page.goto(`${system.url}content/index.html`);
    await expect(page.getByRole('status').first()).toHaveText(scorm.alone);
    await expect.poll(step).toBe(0);
    // Nothing came from anywhere but the course system.
    expect(guard.complaints.filter((line) => !line.startsWith(`request to ${system.url}`))).toEqual([]);
    guard.complaints.length = 0;
  } finally {
    await system.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
