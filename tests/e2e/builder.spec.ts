import type { Page } from '@playwright/test';
import { builder } from '../../src/text/builder.ts';
import { page as text } from '../../src/text/page.ts';
import { expect, open, test } from './site.ts';

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return (
      element?.getAttribute('aria-label') ??
      (element as HTMLInputElement)?.labels?.[0]?.textContent ??
      element?.textContent ??
      ''
    );
  });

/** Presses Tab, or Shift and Tab, until the focused element's name matches. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(key);
    if (name.test(await focused(page))) return;
  }
  throw new Error(`${key} never came to ${name}`);
}

/** Asked again and again, at short intervals: the test makes many small steps. */
const soon = <T>(ask: () => Promise<T>) => expect.poll(ask, { intervals: [40] });

const kinds = (page: Page) =>
  page.evaluate(() => window.kernelscope.summary().map((layer) => layer.class_name));

const model = (page: Page) => page.evaluate(() => JSON.stringify(window.kernelscope.getDocument()));

/** Opens the palette from the layer that has the keys, and puts what is found there after it. */
async function insert(page: Page, search: string, kind: string, key = 'Insert'): Promise<void> {
  const before = (await kinds(page)).length;
  await page.keyboard.press(key);
  await expect(page.getByRole('searchbox', { name: builder.palette.search })).toBeFocused();
  await page.keyboard.type(search);
  await expect(page.getByRole('menuitem', { name: kind }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await soon(async () => (await kinds(page)).length).toBe(before + 1);
  await soon(() => focused(page)).toMatch(new RegExp(`, ${kind}, `));
}

test('a model of ten layers, built, set, trained, undone to nothing and redone by keys alone', async ({
  page,
}) => {
  await open(page);
  const start = await model(page);

  // Down to one layer: the last cannot go, and that is said beside it.
  await tabTo(page, /^conv2d, Conv2D/);
  for (let left = 5; left >= 1; left--) {
    await page.keyboard.press('Delete');
    await soon(async () => (await kinds(page)).length).toBe(left);
    await soon(() => focused(page)).toMatch(/Open the lens/);
  }
  await page.keyboard.press('Delete');
  await expect(page.getByRole('alertdialog')).toContainText('1 to 1000 layers');
  await page.keyboard.press('Escape');
  await soon(() => focused(page)).toMatch(/^dense, Dense/);

  await tabTo(page, new RegExp(`^${builder.insertAfter('input')}$`), 'Shift+Tab');
  await insert(page, 'conv2d', 'Conv2D', 'Enter');
  await insert(page, 'maxpooling2', 'MaxPooling2D');
  await insert(page, 'slides small maps', 'Conv2D');
  await insert(page, 'activation', 'Activation', '+');
  await insert(page, 'average_pooling2d', 'AveragePooling2D');
  await insert(page, 'random inputs', 'Dropout');
  await insert(page, 'flatten', 'Flatten');
  await insert(page, 'dense', 'Dense');
  await page.keyboard.press('Control+d');
  await soon(() => focused(page)).toMatch(/^dense_2, Dense/);
  await page.keyboard.press('Alt+ArrowLeft');
  await soon(async () => (await kinds(page)).length).toBe(10);
  await soon(async () => /"dense_2".*"dense_1"/.test(await model(page))).toBe(true);
  await soon(() => focused(page)).toMatch(/^dense_2, Dense/);
  await page.keyboard.press('F2');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('hidden');
  await page.keyboard.press('Enter');
  await soon(() => focused(page)).toMatch(/^hidden, Dense/);

  // A value that cannot be is said and not taken; the nearest that can is one press away.
  await tabTo(page, /^conv2d_1, Conv2D/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'kernel_size' })).toBeVisible();
  await tabTo(page, /^kernel_size$/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('99');
  const row = page.getByRole('group', { name: 'kernel_size' });
  await expect(row).toContainText('a window that fits into the input');
  expect(await model(page)).not.toContain('99');
  await tabTo(page, /^12×12$|^13×13$/);
  await page.keyboard.press('Enter');
  await soon(() => model(page)).toMatch(/"kernel_size":\[1[23],1[23]\]/);
  await page.getByRole('textbox', { name: 'kernel_size' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3x5');
  await page.keyboard.press('Enter');
  await soon(() => model(page)).toContain('"kernel_size":[3,5]');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'kernel_size' })).toBeHidden();

  expect(await kinds(page)).toEqual([
    'Conv2D',
    'MaxPooling2D',
    'Conv2D',
    'Activation',
    'AveragePooling2D',
    'Dropout',
    'Flatten',
    'Dense',
    'Dense',
    'Dense',
  ]);
  const built = await model(page);

  await tabTo(page, new RegExp(`^${text.lab.batchName}$`));
  for (let batches = 1; batches <= 3; batches++) {
    await expect(page.getByRole('button', { name: text.lab.batchName })).toBeEnabled();
    await page.keyboard.press('Enter');
    await soon(() => page.evaluate(() => window.kernelscope.history().batches.length)).toBe(batches);
  }

  // The link gives the document again, and so does the code, which names every layer with what was set.
  const { code, link, read } = await page.evaluate(async () => {
    const code = window.kernelscope.toPython();
    const read = JSON.stringify(await window.kernelscope.fromPython(code));
    return { code, link: await window.kernelscope.shareUrl(), read };
  });
  const calls = [...code.matchAll(/layers\.(\w+)\(/g)].map(([, kind]) => kind);
  expect(calls.filter((kind) => kind !== 'Input')).toEqual(await kinds(page));
  expect(code).toContain('kernel_size=(3, 5)');
  expect(code).toContain('name="hidden"');
  // The code, read again, is the document.
  expect(read).toBe(built);
  const other = await page.context().newPage();
  await other.goto(link);
  await other.evaluate(() => window.kernelscope.ready);
  expect(await model(other)).toBe(built);
  await other.close();

  const undo = page.getByRole('button', { name: text.header.undo, exact: true });
  const redo = page.getByRole('button', { name: text.header.redo, exact: true });
  for (let steps = 0; (await undo.getAttribute('aria-disabled')) === null && steps < 40; steps++) {
    const before = await model(page);
    await page.keyboard.press('Control+z');
    await soon(() => model(page)).not.toBe(before);
  }
  expect(await model(page)).toBe(start);
  for (let steps = 0; (await redo.getAttribute('aria-disabled')) === null && steps < 40; steps++) {
    const before = await model(page);
    await page.keyboard.press('Control+Shift+z');
    await soon(() => model(page)).not.toBe(before);
  }
  expect(await model(page)).toBe(built);
});
