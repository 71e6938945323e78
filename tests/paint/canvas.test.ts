import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCanvasPainter, paintRatio } from '../../src/paint/canvas.ts';

test('a picture is painted with the pixels that the screen has, or as many as a canvas can hold', () => {
  expect(paintRatio({ width: 985, height: 480, marks: [] }, 2)).toBe(2);
  expect(paintRatio({ width: 985, height: 480, marks: [] }, 0)).toBe(1);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60_000 }),
      fc.integer({ min: 1, max: 60_000 }),
      fc.double({ min: 0.5, max: 4, noNaN: true }),
      (width, height, pixelRatio) => {
        const ratio = paintRatio({ width, height, marks: [] }, pixelRatio);
        expect(ratio).toBeLessThanOrEqual(pixelRatio);
        expect(Math.max(width, height) * ratio).toBeLessThanOrEqual(16_384.001);
        expect(width * height * ratio ** 2).toBeLessThanOrEqual(2 ** 24 + 1);
      },
    ),
  );
});

/** A canvas that takes every call of a drawing context and remembers nothing. */
function blankCanvas(): HTMLCanvasElement {
  const context = new Proxy({}, { get: () => () => undefined, set: () => true });
  const canvas = { width: 0, height: 0, style: {}, getContext: () => context };
  return canvas as unknown as HTMLCanvasElement;
}

test('a canvas covers its picture on the page, whatever the ratio of pixels', () => {
  const canvas = blankCanvas();
  const painter = createCanvasPainter(canvas);
  const picture = {
    width: 300,
    height: 200,
    marks: [{ type: 'text', x: 0, y: 0, text: '1', size: 9, ink: 'ink' }],
  } as const;
  painter.update(picture, { theme: 'light', pixelRatio: 2 });
  expect([canvas.width, canvas.height]).toEqual([600, 400]);
  expect([canvas.style.width, canvas.style.height]).toEqual(['300px', '200px']);
  painter.update({ ...picture, height: 100 }, { theme: 'dark', pixelRatio: 1 });
  expect([canvas.width, canvas.height]).toEqual([300, 100]);
  expect([canvas.style.width, canvas.style.height]).toEqual(['300px', '100px']);
});
