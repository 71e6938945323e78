import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { createRandom } from '../../src/base/random.ts';
import { wrongOf } from '../../src/lessons/answers.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { readProgress } from '../../src/lessons/progress.ts';
import type { Questions } from '../../src/lessons/question.ts';
import { lessonText } from '../../src/text/lesson.ts';
import { answerByKeys, doByKeys, reach, tabTo } from './lesson-keys.ts';
import { expect, expectAccessible, open, siteUrl, test, whenReady } from './site.ts';

const folder = fileURLToPath(new URL('../../src/lessons/', import.meta.url));
const LESSONS = readdirSync(folder).filter((name) => existsSync(`${folder}${name}/about.ts`));

interface Content {
  readonly lesson: Lesson;
  readonly questions: Questions;
}

async function contentOf(id: string): Promise<Content> {
  const [{ lesson }, { questions }] = await Promise.all([
    import(`../../src/lessons/${id}/steps.ts`),
    import(`../../src/lessons/${id}/questions.ts`),
  ]);
  return { lesson, questions };
}

const panelOf = (page: Page) => page.locator('section.lesson[aria-label]');
const told = (page: Page) => page.evaluate(() => window.kernelscope.lesson());

/** What the page asks now, worked out from the lesson's data and what the scope tells of it. */
async function stateOf(page: Page, id: string, { lesson, questions }: Content) {
  const { progress, step } = (await told(page))!;
  const read = readProgress(id, lesson, progress)!;
  const { id: stepId, task } = lesson.steps[step]!;
  const place = lesson.steps.slice(0, step).filter((before) => before.task !== undefined).length;
  const state = read.tasks[place];
  const asked =
    task?.type === 'question'
      ? questions[task.question]!.make(createRandom(read.seed, stepId, state!.round), task.given)
      : undefined;
  return { step, task, asked, state };
}

/** Goes through one step: some wrong answers, each once, then the right one. */
async function finishStep(page: Page, id: string, content: Content, tries: number): Promise<void> {
  const panel = panelOf(page);
  const { task, asked } = await stateOf(page, id, content);
  const isDone = async () => (await stateOf(page, id, content)).state?.done === true;
  if (task?.type === 'do') {
    await doByKeys(page, task.goal, isDone);
    await expect(panel.locator('.said.right')).toBeVisible();
  }
  if (!asked) return;
  await expect(panel.locator('.answer')).toBeVisible();
  for (const { answer } of wrongOf(asked).slice(0, tries)) {
    await answerByKeys(page, panel, asked.form, answer);
    await expect(panel.locator('.said.wrong')).toBeVisible();
    expect(await isDone(), `${id}: ${answer} is wrong`).toBe(false);
  }
  await answerByKeys(page, panel, asked.form, asked.truth);
  await expect(panel.locator('.said.right')).toBeVisible();
  expect(await isDone()).toBe(true);
}

/** From the lesson's first step to its end, by keys. */
async function finish(page: Page, id: string): Promise<void> {
  const content = await contentOf(id);
  const panel = panelOf(page);
  await page.evaluate((lesson) => {
    location.hash = `lesson=${lesson}`;
  }, id);
  await expect.poll(async () => (await told(page))?.id).toBe(id);
  for (const [at] of content.lesson.steps.entries()) {
    await expect.poll(async () => (await told(page))?.step).toBe(at);
    await expect(page.locator('.lesson-prose')).toBeVisible();
    // The page is what the step makes of it.
    await expect(panel).toHaveAttribute('aria-busy', 'false');
    await finishStep(page, id, content, 1);
    await expect(page.locator('.notice.error')).toHaveCount(0);
    const onwards = panel.locator('[data-onwards]');
    await (content.lesson.steps[at]!.task?.type === 'do' ? reach(onwards) : tabTo(page, onwards));
    await page.keyboard.press('Enter');
  }
  expect((await told(page))!.done).toBe(true);
  await expect(panel.getByRole('heading', { name: lessonText.finished })).toBeFocused();
}

const half = Math.ceil(LESSONS.length / 2);
for (const [part, ids] of [LESSONS.slice(0, half), LESSONS.slice(half)].entries()) {
  test(`lessons are finished by keys alone, half ${part + 1}`, async ({ page }) => {
    test.setTimeout(300_000);
    await open(page);
    for (const id of ids) await test.step(id, () => finish(page, id));
    // The list remembers.
    await reach(page.locator('.lessons-button'));
    await page.keyboard.press('Enter');
    await expect(page.locator('.lesson-card[data-done]')).toHaveCount(ids.length);
  });
}

test('a lesson opens by its link, goes on after a reload, and gives back what was there before', async ({
  page,
}) => {
  await open(page);
  await page.evaluate(async () => {
    await window.kernelscope.setDocument({
      ...(window.kernelscope.getDocument() as object),
      title: 'My own',
      seed: 11,
    });
    await window.kernelscope.step('batch');
  });
  const own = () =>
    page.evaluate(async () => {
      const { title } = window.kernelscope.getDocument() as { title: string };
      const [kernel] = await window.kernelscope.getWeights('conv2d');
      return { title, first: [...kernel!.data.slice(0, 9)] };
    });
  const mine = await own();
  await expect.poll(() => page.url()).toContain('#k1=');
  await reach(page.locator('.lessons-button'));
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  const panel = panelOf(page);
  await page.locator('.lesson-card').last().locator('.lesson-start').press('Enter');
  await expect(panel).toBeVisible();
  const id = (await told(page))!.id;
  expect(new URL(page.url()).hash).toBe(`#lesson=${id}`);
  await panel.locator('.lesson-dot').nth(1).press('Enter');
  await expect.poll(async () => (await told(page))?.step).toBe(1);
  expect(new URL(page.url()).hash).toBe(`#lesson=${id}`);
  const before = await told(page);
  await page.reload();
  await page.evaluate(whenReady);
  await expect.poll(() => told(page)).toEqual(before);
  // Closing keeps the lesson's model, and offers the own one.
  await panel.getByRole('button', { name: lessonText.close }).press('Enter');
  await expect(panel).toHaveCount(0);
  await expect.poll(() => page.url()).toContain('#k1=');
  await page.getByRole('button', { name: lessonText.bringBack }).press('Enter');
  await expect.poll(own).toEqual(mine);
  // Back leaves a lesson, too.
  await page.goto(`${siteUrl()}#lesson=${id}`);
  await expect(panel).toBeVisible();
  await page.goBack();
  await expect(panel).toHaveCount(0);
  expect(await told(page)).toBeUndefined();
  await page.goto(`${siteUrl()}#lesson=nothing`);
  await expect(page.locator('.notice.error')).toBeVisible();
});

test('a lesson is accessible, on a phone and on a desk, light and dark', async ({ page }) => {
  await open(page, `#lesson=${LESSONS[0]}`);
  const panel = panelOf(page);
  await expect(panel.locator('.lesson-prose')).toBeVisible();
  // A word opens in place, and Escape closes it.
  const content = await contentOf(LESSONS[0]!);
  await finishStep(page, LESSONS[0]!, content, 1);
  for (const [width, height, colorScheme] of [
    [1440, 900, 'light'],
    [390, 844, 'light'],
    [1440, 900, 'dark'],
    [390, 844, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, `${width} ${colorScheme}`).toBeLessThanOrEqual(0);
  }
  const term = panel.locator('.lesson-term').first();
  await reach(term);
  await page.keyboard.press('Enter');
  await expect(panel.locator('.term-meaning')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel.locator('.term-meaning')).toHaveCount(0);
  await expect(term).toBeFocused();
});

test('a lesson runs in a widget', async ({ page }) => {
  const id = LESSONS.at(-1)!;
  const close = panelOf(page).getByRole('button', { name: lessonText.close });
  // Alone it has nothing to go back to.
  await page.goto(`${siteUrl()}embed.html#lesson=${id}`);
  await page.evaluate(whenReady);
  await expect(panelOf(page).locator('.lesson-prose')).toBeVisible();
  await expect(close).toHaveCount(0);
  await page.goto(`${siteUrl()}embed.html#lesson=${id}&show=lesson,stage`);
  await expect(close).toBeVisible();
  await expect(panelOf(page).locator('.lesson-prose')).toBeVisible();
  await finishStep(page, id, await contentOf(id), 1);
  await expect(page.locator('.stage')).toBeVisible();
});
