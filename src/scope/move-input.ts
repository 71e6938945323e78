import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import type { Tensor } from '../base/tensor.ts';
import { type Move, move, STILL } from '../model/picture/move.ts';
import { type Fill, shift } from '../model/sequence/shift.ts';
import type { Moved } from '../stores/state.ts';
import type { Context } from './context.ts';
import { show } from './probe.ts';

type GivenMove = { readonly [key in keyof Moved]?: unknown };

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

/** What comes in from beyond a sequence; zeros where it is left out. */
function fillOf(given: unknown): Fill {
  if (given === undefined || given === 'zeros' || given === 'edge') return given ?? 'zeros';
  throw new KernelscopeError({
    code: 'type',
    path: 'fill',
    expected: '"zeros" or "edge"',
    received: printable(given),
  });
}

function refuse(path: string, expected: string, received: unknown): never {
  throw new KernelscopeError({ code: 'unsupported', path, expected, received: printable(received) });
}

/** The picture moved; what comes in has the border's colour. */
function movedPicture(from: Tensor, given: GivenMove): { readonly input: Tensor; readonly by: Moved } {
  if (given.fill !== undefined)
    refuse('fill', 'a sequence: a picture is filled up with its border', given.fill);
  const [height, width, channels] = from.shape as [number, number, number];
  const by: Move = {
    dx: part(given.dx, 'dx', -width, width),
    dy: part(given.dy, 'dy', -height, height),
    rotate: part(given.rotate, 'rotate', -MOST_DEGREES, MOST_DEGREES),
    scale: part(given.scale, 'scale', LEAST_SCALE, MOST_SCALE),
  };
  const { data } = move({ width, height, channels, data: from.data }, by);
  return { input: { shape: from.shape, data }, by };
}

/** The sequence, `[step, channel]` or `[step]`, later by whole steps. */
function movedSequence(from: Tensor, given: GivenMove): { readonly input: Tensor; readonly by: Moved } {
  const steps = from.shape[0]!;
  const dx = part(given.dx, 'dx', -steps, steps);
  if (!Number.isInteger(dx)) {
    throw new KernelscopeError({ code: 'range', path: 'dx', expected: 'whole steps', received: String(dx) });
  }
  for (const name of ['dy', 'rotate', 'scale'] as const) {
    const value = given[name];
    if (value !== undefined && value !== STILL[name])
      refuse(name, 'an input of [row, col, channel]', from.shape);
  }
  const fill = fillOf(given.fill);
  return { input: shift(from, dx, fill), by: { ...STILL, dx, fill } };
}

/** Moves the probe that was chosen; see `Scope.moveInput`. */
export async function moveInput(context: Context, given: GivenMove): Promise<void> {
  const { stores, queue } = context;
  return queue(async () => {
    const { probe } = stores.trace.getState();
    const from = probe.moved?.from ?? probe.input;
    if (from.shape.length > 3 || from.shape.length === 0) {
      refuse('input', 'an input of [row, col, channel], [step, channel] or [step]', from.shape);
    }
    const { input, by } = from.shape.length === 3 ? movedPicture(from, given) : movedSequence(from, given);
    const { moved: _, ...chosen } = probe;
    const still = (Object.keys(STILL) as (keyof Move)[]).every((name) => by[name] === STILL[name]);
    return show(context, still ? { ...chosen, input: from } : { ...chosen, input, moved: { by, from } });
  });
}
