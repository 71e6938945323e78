import { readFileSync } from 'node:fs';
import { digits, twoConvolutions } from './documents.ts';
import { expect, open, test } from './site.ts';

test('a model is saved as a .keras file, and opens again by its button and by a drop', async ({ page }) => {
  await open(page);
  await page.evaluate((document) => window.kernelscope.setDocument(document), digits(twoConvolutions));
  const outputs = () =>
    page.evaluate(async () => [...(await window.kernelscope.activations('dense')).dense!.data]);
  const before = await outputs();
  await page.getByRole('tab', { name: 'Code' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save .keras' }).click();
  const path = await (await download).path();
  await expect(page.getByRole('status').filter({ hasText: 'keras.saving.load_model' })).toBeVisible();

  await page.evaluate(() => window.kernelscope.reset({ seed: 99 }));
  expect(await outputs()).not.toEqual(before);
  await page.getByLabel('A .keras file').setInputFiles({
    name: 'again.keras',
    mimeType: 'application/octet-stream',
    buffer: readFileSync(path),
  });
  await expect(page.getByText(/^Opened again\.keras: 6 layers, 5,258 parameters\./)).toBeVisible();
  expect(await outputs()).toEqual(before);

  const drop = (name: string, content: number[]) =>
    page.evaluate(
      ([name, content]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(content)], name));
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
      },
      [name, content] as const,
    );
  await drop('broken.keras', [1, 2, 3]);
  await expect(page.getByRole('alert')).toContainText('no .keras archive');
  expect(await outputs()).toEqual(before);
  await page.evaluate(() => window.kernelscope.reset({ seed: 99 }));
  await drop('dropped.keras', [...readFileSync(path)]);
  await expect(page.getByText(/^Opened dropped\.keras/)).toBeVisible();
  expect(await outputs()).toEqual(before);
});
