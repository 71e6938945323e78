import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import { type Move, move, STILL } from '../model/picture/move.ts';
import type { Context } from './context.ts';
import { show } from './probe.ts';

const LEAST_SCALE = 0.1;
const MOST_SCALE = 10;
const MOST_DEGREES = 360;

/** One number of a move; that of no move where it is left out. */
function part(given: unknown, path: keyof Move, least: number, most: number): number {
  if (given === undefined) return STILL[path];
  const number = typeof given === 'number' ? given : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new KernelscopeError({
    code: typeof given === 'number' ? 'range' : 'type',
    path,
    expected: `a number from ${least} to ${most}`,
    received: printable(given),
  });
}

/** Moves the probe that was chosen; see `Scope.moveInput`. */
export async function moveInput(
  context: Context,
  given: { readonly [key in keyof Move]?: unknown },
): Promise<void> {
  const { stores, queue } = context;
  return queue(async () => {
    const { probe } = stores.trace.getState();
    const from = probe.moved?.from ?? probe.input;
    const [height, width, channels, ...more] = from.shape;
    if (height === undefined || width === undefined || channels === undefined || more.length > 0) {
      throw new KernelscopeError({
        code: 'unsupported',
        path: 'input',
        expected: 'an input of [row, col, channel]',
        received: printable(from.shape),
      });
    }
    const by: Move = {
      dx: part(given.dx, 'dx', -width, width),
      dy: part(given.dy, 'dy', -height, height),
      rotate: part(given.rotate, 'rotate', -MOST_DEGREES, MOST_DEGREES),
      scale: part(given.scale, 'scale', LEAST_SCALE, MOST_SCALE),
    };
    const { moved: _, ...chosen } = probe;
    const still = (Object.keys(STILL) as (keyof Move)[]).every((name) => by[name] === STILL[name]);
    if (still) return show(context, { ...chosen, input: from });
    const { data } = move({ width, height, channels, data: from.data }, by);
    return show(context, { ...chosen, input: { shape: from.shape, data }, moved: { by, from } });
  });
}
