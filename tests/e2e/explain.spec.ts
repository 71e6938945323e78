import { randomModel } from './documents.ts';
import { expect, open, test } from './site.ts';

/** Models per backend; WebGL here is rendered in software and compiles shaders for each new shape. */
const MODELS = { wasm: 12, cpu: 8, webgl: 4 } as const;
const CELLS = 4;

for (const [backend, models] of Object.entries(MODELS)) {
  test(`explained terms add up to what tfjs computed, on ${backend}`, async ({ page }) => {
    test.setTimeout(120_000);
    await open(page);
    await page.evaluate((name) => window.kernelscope.setBackend(name), backend);
    expect(await page.evaluate(async () => (await window.kernelscope.backend()).name)).toBe(backend);
    for (let seed = 1; seed <= models; seed++) {
      const off = await page.evaluate(explainCells, { document: randomModel(seed), cells: CELLS, seed });
      expect(off, `model ${seed}`).toEqual([]);
    }
  });
}

/**
 * Opens the document on a seeded input and explains random cells of each layer, in the page. Gives a line for each
 * cell whose terms don't make the number that the engine computed, to 1e-5 (relative above 1).
 */
async function explainCells({ document, cells, seed }: { document: unknown; cells: number; seed: number }) {
  const scope = window.kernelscope;
  const wrong: string[] = [];
  await scope.setDocument(document);
  const shape = (document as { model: { input_shape: number[] } }).model.input_shape;
  const size = shape.reduce((product, length) => product * length, 1);
  const data = Array.from({ length: size }, (_, i) => Math.sin(seed + i * 1.7));
  await scope.setInput({ tensor: { shape, data } });
  const output = await scope.activations();
  const pre = await scope.activations(undefined, { pre: true });
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(b));
  for (const { name, class_name, output_shape } of await scope.summary()) {
    const lengths = output_shape.slice(1) as number[];
    for (let n = 0; n < cells; n++) {
      const index = lengths.map((length, axis) =>
        Math.floor(length * Math.abs(Math.sin(seed + n * 3.1 + axis))),
      );
      const flat = index.reduce((at, cell, axis) => at * lengths[axis]! + cell, 0);
      const { terms, bias = 0, ...explained } = await scope.explain(name, index);
      const values = terms.map(({ product, input }) => product ?? input);
      const sum = values.reduce((total, value) => total + value, bias);
      const combined = class_name.includes('Max') ? Math.max(...values) : sum;
      const place = `${name} (${class_name}) [${index}]`;
      if (!near(combined, pre[name]!.data[flat]!))
        wrong.push(`${place}: ${combined}, not ${pre[name]!.data[flat]}`);
      if (!near(explained.output, output[name]!.data[flat]!))
        wrong.push(`${place}: output ${explained.output}`);
    }
  }
  return wrong;
}
