import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fill, shift } from '../../../src/model/sequence/shift.ts';

const fills = fc.constantFrom<Fill>('zeros', 'edge');

test('each step has that of so many steps before, or what comes in', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: -8, max: 8 }),
      fills,
      (steps, channels, by, fill) => {
        const data = Float32Array.from({ length: steps * channels }, (_, at) => at + 1);
        const shifted = shift({ shape: [steps, channels], data }, by, fill).data;
        for (let step = 0; step < steps; step++) {
          for (let channel = 0; channel < channels; channel++) {
            const from = step - by;
            const edge = from < 0 ? 0 : steps - 1;
            const outside = fill === 'zeros' ? 0 : data[edge * channels + channel];
            const wanted = from >= 0 && from < steps ? data[from * channels + channel] : outside;
            expect(shifted[step * channels + channel]).toBe(wanted);
          }
        }
      },
    ),
  );
});

test('a text is shifted word by word', () => {
  const text = { shape: [4], data: Float32Array.of(5, 6, 7, 0) };
  expect([...shift(text, 1, 'zeros').data]).toEqual([0, 5, 6, 7]);
  expect([...shift(text, -2, 'edge').data]).toEqual([7, 0, 0, 0]);
});
