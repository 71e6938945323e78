import { expect, type Locator, type Page } from '@playwright/test';
import type { Goal } from '../../src/lessons/goals/goal.ts';
import type { Answer, Form } from '../../src/lessons/question.ts';
import { kernelsText } from '../../src/text/kernels.ts';
import { page as text } from '../../src/text/page.ts';
import { probeText } from '../../src/text/probe.ts';

/** Fails where Tab would not come to an element; then goes there at once. What Tab passes on the way takes its time. */
export async function reach(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const reached = await target.evaluate((element: HTMLElement) => {
    const open = element.tabIndex >= 0 && element.closest('[inert], [hidden]') === null;
    if (open && !element.matches(':disabled')) element.focus();
    return document.activeElement === element;
  });
  expect(reached, `Tab comes to ${target}`).toBe(true);
}

/** Presses Tab until an element has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${target}`);
}

async function fill(page: Page, value: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(value);
}

async function chooseCells(
  page: Page,
  panel: Locator,
  columns: number,
  wanted: readonly number[],
): Promise<void> {
  const cells = panel.locator('.cells-field button');
  await tabTo(page, panel.locator('.cells-field button[tabindex="0"]'));
  const pressed = await cells.evaluateAll((all) =>
    all.map((cell) => cell.getAttribute('aria-pressed') === 'true'),
  );
  await page.keyboard.press('Home');
  let at = 0;
  for (const cell of pressed.keys()) {
    if (pressed[cell] === wanted.includes(cell)) continue;
    for (; Math.floor(at / columns) < Math.floor(cell / columns); at += columns)
      await page.keyboard.press('ArrowDown');
    for (; at % columns < cell % columns; at++) await page.keyboard.press('ArrowRight');
    for (; at % columns > cell % columns; at--) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Space');
  }
  // Enter on a cell would choose it.
  await tabTo(page, panel.locator('.answer-button'));
}

/** Answers the question in hand. */
export async function answerByKeys(page: Page, panel: Locator, form: Form, answer: Answer): Promise<void> {
  if (form.type === 'cells') await chooseCells(page, panel, form.columns, answer as readonly number[]);
  else if (form.type === 'choice') {
    const radios = panel.locator('.answer input[type=radio]');
    const checked = panel.locator('.answer input[type=radio]:checked');
    await tabTo(page, (await checked.count()) > 0 ? checked : radios.first());
    if ((await checked.count()) === 0) await page.keyboard.press('Space');
    while ((await checked.getAttribute('value')) !== answer) await page.keyboard.press('ArrowDown');
  } else {
    const values = typeof answer === 'number' ? [answer] : (answer as readonly number[]);
    await tabTo(page, panel.locator('.answer-input').first());
    for (const [axis, value] of values.entries()) {
      if (axis > 0) await page.keyboard.press('Tab');
      await fill(
        page,
        form.type === 'number' && form.decimals ? value.toFixed(form.decimals) : String(value),
      );
    }
  }
  await page.keyboard.press('Enter');
}

type Kind<Name extends Goal['goal']> = Extract<Goal, { readonly goal: Name }>;
type Doer<Name extends Goal['goal']> = (
  page: Page,
  goal: Kind<Name>,
  done: () => Promise<boolean>,
) => Promise<void>;

const picture = (page: Page) => page.locator('.stage-viewport');
const header = (page: Page, layer: string) => page.locator(`.layer-headers [data-layer="${layer}"]`);

async function openLens(page: Page, layer: string): Promise<void> {
  if ((await header(page, layer).getAttribute('aria-expanded')) === 'true') return;
  await reach(header(page, layer));
  await page.keyboard.press('Enter');
}

/** Until the page says that it is done. */
async function until(done: () => Promise<boolean>, seconds = 60): Promise<void> {
  await expect.poll(done, { timeout: seconds * 1000, intervals: [100, 200, 500] }).toBe(true);
}

const DO: { readonly [Name in Goal['goal']]: Doer<Name> } = {
  async look(page, { layer, index }, done) {
    await openLens(page, layer);
    if (!index || (await done())) return;
    await reach(picture(page));
    if (index.slice(0, -1).every((at) => at === null)) {
      for (let presses = 0; presses < 40 && !(await done()); presses++) await page.keyboard.press('PageDown');
      return;
    }
    // Down and across from the first cell of the map; a sequence runs in one of the two directions.
    const channel = index.at(-1)!;
    const ways = index.length < 3 ? [['ArrowDown'], ['ArrowRight']] : [['ArrowDown', 'ArrowRight']];
    for (const keys of ways) {
      for (let presses = 0; presses < 40; presses++) await page.keyboard.press('PageUp');
      await page.keyboard.press('Home');
      for (const [axis, key] of keys.entries())
        for (let presses = 0; presses < (index[axis] ?? 0); presses++) await page.keyboard.press(key);
      for (let presses = 0; presses < channel && index.length > 1; presses++)
        await page.keyboard.press('PageDown');
      if (await done()) return;
    }
  },
  async visit(page, { layer, cells }, done) {
    await openLens(page, layer);
    await reach(picture(page));
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft', 'PageDown'])
      for (let presses = 0; presses < cells + 2 && !(await done()); presses++) await page.keyboard.press(key);
  },
  async train(page, _, done) {
    await reach(page.getByRole('button', { name: text.lab.train, exact: true }));
    await page.keyboard.press('Enter');
    await until(done);
    const pause = page.getByRole('button', { name: text.lab.pause, exact: true });
    if (await pause.isVisible()) await page.keyboard.press('Enter');
  },
  async 'edit-weights'(page, { layer }) {
    await openLens(page, layer);
    await reach(page.locator('[data-part="weight-value"]'));
    await fill(page, '1.5');
    await page.keyboard.press('Enter');
  },
  async kernel(page, { layer, name }) {
    await openLens(page, layer);
    await reach(page.getByRole('button', { name: kernelsText.preset, exact: true }));
    await page.keyboard.press('Enter');
    const label = kernelsText.presets[(name ?? 'sobel_x') as keyof typeof kernelsText.presets];
    const item = page.getByRole('menuitem').filter({ hasText: label }).first();
    await expect(item).toBeVisible();
    for (let presses = 0; presses < 20; presses++) {
      if (await item.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
  },
  async set(page, { layer, key, value }) {
    await openLens(page, layer);
    const field = page.locator(`.layer-form fieldset[aria-label="${key}"] :is(input, select)`).first();
    await reach(field);
    if ((await field.getAttribute('role')) === 'switch') await page.keyboard.press('Space');
    else {
      await fill(page, typeof value === 'string' ? value : JSON.stringify(value));
      await page.keyboard.press('Enter');
    }
  },
  async value(page, { layer, min }, done) {
    await openLens(page, layer);
    const field = page.locator('[data-part="weight-value"]');
    const next = page.getByRole('button', { name: kernelsText.next });
    for (let weights = 0; weights < 30 && !(await done()); weights++) {
      await reach(field);
      await fill(page, min === undefined ? '-2' : '4');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(150);
      await reach(next);
      await page.keyboard.press('Enter');
    }
  },
  async metric(page, _, done) {
    await reach(page.getByRole('button', { name: text.lab.train, exact: true }));
    await page.keyboard.press('Enter');
    await until(done);
  },
  async probe(page, _, done) {
    const next = page.getByRole('button', { name: text.probe.next });
    if (await next.isVisible()) {
      await reach(next);
      await page.keyboard.press('Enter');
      return;
    }
    await reach(page.locator('.move summary').filter({ hasText: probeText.shift.title }));
    await page.keyboard.press('Enter');
    await reach(page.locator('.move input[type=range]').first());
    await page.keyboard.press('ArrowRight');
    await until(done);
  },
  async compare(page, _, done) {
    await reach(page.locator('.compare-head .button.primary:not([aria-disabled])'));
    await page.keyboard.press('Enter');
    await until(done, 100);
  },
};

/** Does what a step waits for. */
export async function doByKeys(page: Page, goal: Goal, done: () => Promise<boolean>): Promise<void> {
  await (DO[goal.goal] as Doer<Goal['goal']>)(page, goal as never, done);
  await until(done, 10);
}
