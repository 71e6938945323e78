import { expect, test } from 'vitest';
import { createLatest } from '../../../src/ui/probe/latest.ts';

test('the newest value is handed on, one call at a time, one a frame', async () => {
  const frames: (() => void)[] = [];
  const begun: number[] = [];
  let end = () => {};
  const call = createLatest<number>(
    (value) => {
      begun.push(value);
      return new Promise<void>((resolve) => {
        end = resolve;
      });
    },
    (frame) => frames.push(frame),
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  call(1);
  call(2);
  expect([begun, frames.length]).toEqual([[], 1]);
  frames.shift()!();
  expect(begun).toEqual([2]);
  call(3);
  call(4);
  expect(frames).toHaveLength(0);
  end();
  await settle();
  frames.shift()!();
  expect(begun).toEqual([2, 4]);
  end();
  await settle();
  call(5);
  expect(frames).toHaveLength(1);
});
