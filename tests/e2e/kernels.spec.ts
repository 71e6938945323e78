import type { Page } from '@playwright/test';
import { forward } from '../../src/model/forward.ts';
import { admit } from '../../src/model/gate.ts';
import { kernelsText } from '../../src/text/kernels.ts';
import { page as text } from '../../src/text/page.ts';
import { expect, open, test } from './site.ts';

const field = (page: Page) => page.locator('[data-part="weight-value"]');
const bar = (page: Page) => page.getByRole('region', { name: kernelsText.panel });

/** The first layer's kernel. */
function kernel(page: Page): Promise<number[]> {
  return page.evaluate(async () => [...(await window.kernelscope.getWeights('conv2d'))[0]!.data]);
}

/** The page's document, its weights, its probe and all outputs, as plain numbers. */
function state(page: Page) {
  return page.evaluate(async () => {
    const scope = window.kernelscope;
    const plain = ({ shape, data }: { shape: readonly number[]; data: Float32Array }) => ({
      shape: [...shape],
      data: [...data],
    });
    const names = (await scope.summary()).map(({ name }) => name);
    const weights = await Promise.all(
      names.map(async (layer) => {
        const list = await scope.getWeights(layer);
        return [layer, list.map((weight) => ({ name: weight.name, ...plain(weight) }))] as const;
      }),
    );
    const outputs = Object.entries(await scope.activations()).map(
      ([layer, output]) => [layer, plain(output)] as const,
    );
    const { input } = await scope.activations('input');
    return { document: await scope.getDocument(), weights, outputs, input: plain(input!) };
  });
}

type State = Awaited<ReturnType<typeof state>>;

/** The largest difference between what the page shows and a slow forward pass with its weights (relative above 1). */
function offBy({ document, weights, outputs, input }: State): number {
  const { network } = admit(document);
  const tensors = weights.map(([layer, list]) => {
    const own = list.map((weight) => ({ ...weight, data: Float32Array.from(weight.data) }));
    return [layer, own] as const;
  });
  const trace = forward(network, new Map(tensors), { ...input, data: Float32Array.from(input.data) });
  const off = outputs.flatMap(([layer, { data }]) => {
    const expected = trace.layers.get(layer)!.output.data;
    return data.map((value, at) => Math.abs(value - expected[at]!) / Math.max(1, Math.abs(expected[at]!)));
  });
  return Math.max(...off);
}

test('one weight of the trained digit net by keyboard: all downstream follows, and back to trained is exact', async ({
  page,
}) => {
  await open(page);
  const trained = await state(page);
  await page.locator('[data-layer="conv2d"]').press('Enter');
  await field(page).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(bar(page)).toContainText('kernel[1, 1, 0, 0]');
  const before = trained.weights[0]![1][0]!.data[(1 * 3 + 1) * 8]!;
  for (const key of ['PageUp', 'ArrowDown', 'Shift+ArrowUp']) await page.keyboard.press(key);
  await expect(field(page)).toHaveValue(String(Number((before + 0.91).toFixed(4))));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('-2.5');
  await expect(bar(page)).toContainText(/was/);
  await expect.poll(async () => (await kernel(page))[32]).toBe(-2.5);

  const edited = await state(page);
  expect(offBy(edited)).toBeLessThan(1e-5);
  expect(edited.outputs.at(-1)).not.toEqual(trained.outputs.at(-1));
  const seven = Number(edited.outputs.at(-1)![1].data[7]).toFixed(4);
  const prediction = page.getByRole('region', { name: text.prediction.title });
  await expect(prediction).toContainText(seven);
  await expect(prediction).toContainText('conv2d changed by hand; the rest');

  // The whole of what was typed is one step back, the keys before it another.
  await page.keyboard.press('Control+Z');
  await expect(field(page)).not.toHaveValue('−2.5');
  await page.keyboard.press('Control+Shift+Z');
  await expect(field(page)).toHaveValue('−2.5');
  await bar(page).getByRole('button', { name: kernelsText.restore }).click();
  await expect(prediction).not.toContainText('by hand');
  const restored = await state(page);
  expect(restored.weights).toEqual(trained.weights);
  expect(restored.outputs).toEqual(trained.outputs);

  // Beside another filter: the picture is another one, the formula stays that of the filter looked at.
  const lens = page.locator('.stage-lens');
  const pixels = () => lens.evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const alone = await pixels();
  await bar(page).getByRole('button', { name: kernelsText.compare }).click();
  await page.getByRole('option', { name: kernelsText.filter('3'), exact: true }).click();
  await expect.poll(async () => (await pixels()) === alone).toBe(false);
});

test('a kernel as in setosa’s explanation: chosen by name, its cells dragged, the picture follows', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: text.stage.first }).click();
  await expect(field(page)).toHaveValue('1');
  await bar(page).getByRole('button', { name: kernelsText.preset }).click();
  await page.getByRole('menuitem', { name: kernelsText.presets.sobel_x }).click();
  await expect.poll(() => kernel(page)).toEqual([-1, 0, 1, -2, 0, 2, -1, 0, 1]);
  // By hand: the 5 × 5 picture has 1 1 1, 0 1 1, 0 0 1 in its upper left corner.
  expect((await state(page)).outputs[0]![1].data[0]).toBe(1 - 1 + 2 * (1 - 0) + (1 - 0));

  // A press on a weight of the picture chooses it, a drag up makes it larger, a pixel by 0.01.
  const sheet = page.locator('.stage-sheet');
  const box = (await sheet.boundingBox())!;
  const place = await weightPlace(page, box);
  await page.mouse.move(place.x, place.y);
  await page.mouse.down();
  await page.mouse.move(place.x, place.y - 10);
  await page.mouse.move(place.x, place.y - 50);
  await page.mouse.up();
  const name = (await page.locator('[data-part="weight-name"]').textContent())!;
  const [row, col] = /\d+, \d+/.exec(name)![0].split(', ').map(Number) as [number, number];
  const start = [-1, 0, 1, -2, 0, 2, -1, 0, 1][row * 3 + col]!;
  await expect.poll(async () => (await kernel(page))[row * 3 + col]).toBe(Math.fround(start + 0.5));
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue(String(start + 0.5).replace('-', '−'));
  expect(offBy(await state(page))).toBeLessThan(1e-5);
});

/** A weight in the lens's picture: where the pointer says that it can be dragged. */
async function weightPlace(page: Page, box: { x: number; y: number; width: number; height: number }) {
  const sheet = page.locator('.stage-sheet');
  for (let y = 0.5; y < 0.9; y += 0.1) {
    for (let x = 0.3; x < 0.8; x += 0.03) {
      const place = { x: box.x + box.width * x, y: box.y + box.height * y };
      await page.mouse.move(place.x, place.y);
      if (await sheet.evaluate((element) => element.classList.contains('can-drag'))) return place;
    }
  }
  throw new Error('No weight in the picture can be dragged.');
}
