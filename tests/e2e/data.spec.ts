import { dataText } from '../../src/text/datasets.ts';
import { dock } from '../../src/text/dock.ts';
import { page as text } from '../../src/text/page.ts';
import { expect, expectAccessible, open, test } from './site.ts';

test('data: another set of the same shape is taken by keyboard, its classes opened, one picture put through the network', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('tab', { name: dock.tabs.data }).click();
  await page.getByRole('radio', { name: 'Fashion' }).focus();
  await page.keyboard.press('Space');
  const use = page.getByRole('button', { name: dataText.use });
  await use.focus();
  await page.keyboard.press('Enter');
  await expect(use).toBeHidden();
  const boots = page.getByRole('button', { name: /^ankle boot:/ });
  await boots.focus();
  await page.keyboard.press('Enter');
  const pictures = page.getByRole('radiogroup', { name: /^ankle boot:/ });
  await pictures.getByRole('radio').nth(1).focus();
  await page.keyboard.press('ArrowRight');
  await expect(pictures.getByRole('radio').nth(2)).toBeChecked();
  await expect(page.locator('.probe-source')).toHaveText(/truth ankle boot$/);
  const { taken, shown, expected } = await page.evaluate(async () => {
    const scope = window.kernelscope;
    const before = (await scope.activations('input')).input!.data;
    const index = Number(/\d+/.exec(document.querySelector('.probe-source')!.textContent!)![0]);
    await scope.setInput({ split: 'test', index });
    const after = (await scope.activations('input')).input!.data;
    return { taken: scope.getDocument(), shown: [...before], expected: [...after] };
  });
  expect(taken).toMatchObject({ dataset: { name: 'fashion-mnist' } });
  expect(shown).toEqual(expected);
  await expectAccessible(page);
  await page.getByRole('button', { name: dataText.back }).click();
  await expect(boots).toBeFocused();
});

test('data: a set that does not fit says so and offers an example that does, in colour', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: dock.tabs.data }).click();
  await page.getByRole('radio', { name: 'Emoji' }).click();
  await expect(page.getByText(dataText.misfit('[32, 32, 3]', '[28, 28, 1]'))).toBeVisible();
  await page.getByRole('button', { name: dataText.open('Emoji in an unseen style') }).click();
  const sample = page.getByRole('radio', { name: text.probe.sampleName('0', 'hand') });
  await expect(sample).toBeAttached();
  const { document, shape } = await page.evaluate(async () => ({
    document: window.kernelscope.getDocument(),
    shape: (await window.kernelscope.activations('input')).input!.shape,
  }));
  expect(document).toMatchObject({ dataset: { name: 'emoji' } });
  expect(shape).toEqual([32, 32, 3]);
  await expect(page.locator('.probe-source')).toHaveText(
    /truth (face|hand|person|animal|food|vehicle|place|symbol)$/,
  );
});
