import { dataText } from '../../src/text/datasets.ts';
import { dock } from '../../src/text/dock.ts';
import { notices } from '../../src/text/notices.ts';
import { ownDataText } from '../../src/text/own-data-page.ts';
import { expect, open, test } from './site.ts';

/** Two activities that a small network tells apart, with semicolons and decimal commas. */
function motion(): string {
  const rows = Array.from({ length: 1200 }, (_, row) => {
    const runs = Math.floor(row / 200) % 2 === 1;
    const wave = Math.sin(row * (runs ? 1.7 : 0.4)) * (runs ? 2 : 1);
    const cells = [row / 50, wave, wave / 2 + 0.25].map((cell) => cell.toFixed(4).replace('.', ','));
    return [...cells, runs ? 'run' : 'walk'].join(';');
  });
  return `time;ax;ay;activity\r\n${rows.join('\r\n')}\r\n`;
}

test('own data: a CSV with ; and decimal commas is seen, used, trained on, undone, and is there after a reload', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('tab', { name: dock.tabs.data }).click();
  await expect(page.getByRole('button', { name: ownDataText.open })).toBeVisible();
  await page.setInputFiles('input[data-own="files"]', {
    name: 'motion.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(motion()),
  });
  const own = page.getByRole('region', { name: ownDataText.title });
  await expect(own.getByText(ownDataText.table('1,200', '4'))).toBeVisible();
  await expect(own.getByRole('button', { name: /semicolon/ })).toBeVisible();
  await expect(own.getByRole('checkbox', { name: ownDataText.see('ax') })).toBeChecked();
  await expect(own.getByRole('checkbox', { name: ownDataText.see('time') })).not.toBeChecked();
  const length = own.getByRole('textbox', { name: ownDataText.length });
  await length.fill('24');
  await length.press('Enter');
  await expect(own.getByText(/24×2|24 × 2/).first()).toBeVisible();
  const use = own.getByRole('button', { name: ownDataText.use });
  await use.focus();
  await page.keyboard.press('Enter');
  await expect(own).toBeHidden();

  const { dataset, accuracy } = await page.evaluate(async () => {
    const scope = window.kernelscope;
    await scope.train({ epochs: 12 });
    const { accuracy } = await scope.evaluate({ split: 'test' });
    return { dataset: (scope.getDocument() as { dataset: unknown }).dataset, accuracy };
  });
  expect(dataset).toMatchObject({ name: 'custom', file: 'motion.csv', shape: [24, 2] });
  expect(accuracy).toBeGreaterThan(0.9);
  await expect(page.locator('.probe-source')).toHaveText(/truth (run|walk)$/);

  const before = await page.evaluate(async () => {
    const scope = window.kernelscope;
    await scope.undo();
    const undone = (scope.getDocument() as { dataset: unknown }).dataset;
    await scope.redo();
    return undone;
  });
  expect(before).toMatchObject({ name: 'mnist' });

  await page.waitForFunction(() => location.hash.startsWith('#k1='));
  await page.reload();
  await open(page, page.url().slice(page.url().indexOf('#')));
  const again = await page.evaluate(async () => {
    const scope = window.kernelscope;
    await scope.setInput({ split: 'train', index: 3 });
    return {
      dataset: (scope.getDocument() as { dataset: unknown }).dataset,
      ...(await scope.evaluate({ split: 'test' })),
    };
  });
  expect(again.dataset).toEqual(dataset);
});

test('own data: a document whose data are elsewhere opens, says which file is missing, and does not train', async ({
  page,
}) => {
  await open(page);
  const code = await page.evaluate(async () => {
    const scope = window.kernelscope;
    await scope.setDocument({
      kernelscope: 1,
      dataset: {
        name: 'custom',
        data: 'elsewhere',
        file: 'motor.csv',
        shape: [16, 2],
        target: { type: 'classes', classes: ['on', 'off'] },
        available: { train: 40, test: 10 },
      },
      model: {
        input_shape: [16, 2],
        layers: [
          { class_name: 'Flatten' },
          { class_name: 'Dense', config: { units: 2, activation: 'softmax' } },
        ],
      },
      compile: { optimizer: 'adam', loss: 'categorical_crossentropy' },
    });
    return scope.train({ epochs: 1 }).then(
      () => 'trained',
      (error: unknown) => (error as { code: string }).code,
    );
  });
  expect(code).toBe('dataset-shape');
  await expect(page.getByText(notices.missingData('motor.csv')).first()).toBeVisible();
  await page.getByRole('tab', { name: dock.tabs.data }).click();
  await expect(page.getByRole('button', { name: ownDataText.openMissing('motor.csv') })).toBeVisible();
  await expect(page.getByText(dataText.loading)).toBeHidden();

  const said = await page.evaluate(async () => {
    const scope = window.kernelscope;
    const refused = (file: File) =>
      scope.openData(file).then(
        () => 'opened',
        (error: unknown) => (error as Error).message,
      );
    return [
      await refused(new File(['this is text'], 'noise.wav')),
      await refused(new File(['a;b\n1;2\n1;2;3\n'], 'ragged.csv')),
    ];
  });
  expect(said).toEqual([
    'At noise.wav: this is text, though its name ends in .wav.',
    'At ragged.csv, line 3: this row has 3 cells, and the first has 2.',
  ]);

  // Sounds go through the browser's own decoder: half a second of 16 bits at 8 kHz each, low ones and high ones.
  const sounds = await page.evaluate(async () => {
    const wav = (hertz: number): Blob => {
      const samples = 4000;
      const view = new DataView(new ArrayBuffer(44 + samples * 2));
      const word = (at: number, text: string) =>
        [...text].forEach((letter, place) => {
          view.setUint8(at + place, letter.charCodeAt(0));
        });
      word(0, 'RIFF');
      view.setUint32(4, 36 + samples * 2, true);
      word(8, 'WAVEfmt ');
      view.setUint32(16, 16, true);
      view.setUint16(20, 1, true);
      view.setUint16(22, 1, true);
      view.setUint32(24, 8000, true);
      view.setUint32(28, 16_000, true);
      view.setUint16(32, 2, true);
      view.setUint16(34, 16, true);
      word(36, 'data');
      view.setUint32(40, samples * 2, true);
      for (let at = 0; at < samples; at++) {
        view.setInt16(44 + at * 2, 8000 * Math.sin((2 * Math.PI * hertz * at) / 8000), true);
      }
      return new Blob([view.buffer]);
    };
    const files = [200, 220, 240, 2000, 2200, 2400].map((hertz) => ({
      path: `${hertz < 1000 ? 'low' : 'high'}/${hertz}.wav`,
      file: wav(hertz),
    }));
    const { dataset, document } = await window.kernelscope.openData(files, {
      reading: { features: 'log-mel' },
    });
    await window.kernelscope.setDocument(document);
    return { dataset, shape: (await window.kernelscope.activations('input')).input!.shape };
  });
  expect(sounds.dataset).toMatchObject({
    target: { classes: ['high', 'low'] },
    available: { train: 4, test: 2 },
  });
  expect(sounds.shape[1]).toBe(40);

  // A file that is dropped on the probe is looked at.
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x;y\n1,5;2\n'.repeat(1)], 'dropped.csv'));
    const probe = document.querySelector('.probe')!;
    probe.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  });
  const own = page.getByRole('region', { name: ownDataText.title });
  await expect(own.getByRole('heading', { name: 'dropped.csv' })).toBeVisible();
  await expect(own.getByRole('alert')).toBeVisible();
  await own.getByRole('button', { name: ownDataText.close }).click();
  await expect(own).toBeHidden();
  await expect(page.getByRole('button', { name: ownDataText.open })).toBeFocused();
});
