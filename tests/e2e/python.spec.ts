import { codeText } from '../../src/text/code.ts';
import { dock } from '../../src/text/dock.ts';
import { page as text } from '../../src/text/page.ts';
import { expect, open, test } from './site.ts';

const CODE = `import keras
from keras import layers

model = keras.Sequential([
    keras.Input(shape=x_train.shape[1:]),
    layers.Conv2D(3, 5, activation="relu"),
    layers.Flatten(),
    layers.Dense(num_classes, activation="softmax"),
])
`;

test('what is typed becomes the model; mistakes are marked; Tab gets out; presets bring their code', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('tab', { name: dock.tabs.code }).click();
  const panel = page.getByRole('tabpanel', { name: dock.tabs.code });
  const editor = panel.getByRole('textbox', { name: codeText.region });
  const layers = () =>
    page.evaluate(() =>
      window.kernelscope
        .summary()
        .map((row) => row.class_name)
        .join(),
    );

  await editor.press('ControlOrMeta+a');
  await page.keyboard.insertText(CODE);
  await expect.poll(layers).toBe('Conv2D,Flatten,Dense');
  await expect(panel.getByRole('list', { name: codeText.notes })).toContainText(
    'x_train.shape[1:] is (28, 28, 1) from the MNIST data',
  );

  // A mistake is said and marked, the last good document stays. What is typed within half a second of the code would be
  // taken back with it, were the cursor not moved in between.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('model.add(layers.Dnse(3))');
  await expect(panel.getByRole('status').filter({ hasText: 'Dnse' })).toContainText('Line 10');
  await expect(panel.locator('.cm-lintRange-error')).toHaveText('layers.Dnse(3)');
  expect(await layers()).toBe('Conv2D,Flatten,Dense');
  await editor.press('ControlOrMeta+z');
  await expect(panel.locator('.cm-lintRange-error')).toHaveCount(0);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();

  // What changes elsewhere is in the code; taken back, the code is the one that was typed.
  await panel.getByRole('button', { name: codeText.complete }).click();
  await expect(editor).toContainText('model.compile(');
  await page.getByRole('button', { name: text.header.undo, exact: true }).click();
  await expect(editor).toContainText('Dense(num_classes');

  await page.locator('.header .title').click();
  await page.getByRole('menuitem', { name: 'A small VGG' }).click();
  await expect(editor).toContainText('def vgg_block');
  expect(
    await page.evaluate(() => window.kernelscope.summary().reduce((sum, row) => sum + row.params, 0)),
  ).toBe(46_434);
});
