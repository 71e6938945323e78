import * as v from 'valibot';
import type { Fault } from './fault.ts';

/*
 * All that goes between a widget's frame and the page around it. Every message is checked on the side that gets it;
 * what is none of these is passed over. Values within calls, results and events are plain data, checked by the scope.
 */

const mark = v.literal(1);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const name = v.pipe(v.string(), v.maxLength(40));
const text = v.pipe(v.string(), v.maxLength(20_000));

const fault: v.GenericSchema<Fault> = v.strictObject({
  code: name,
  message: text,
  path: v.optional(text),
  expected: v.optional(text),
  received: v.optional(text),
});

/** Characters of an address's fragment. */
const LONGEST_FRAGMENT = 200_000;

/**
 * From window to window: each side says that it is there, the frame which page it is (it may be loaded anew), and the
 * host's page hands over a port.
 */
const toWindow = v.variant('type', [
  v.strictObject({ kernelscope: mark, type: v.literal('hello'), page: v.optional(name) }),
  v.strictObject({ kernelscope: mark, type: v.literal('connect') }),
]);

/** Through the port, to the frame. */
const toFrame = v.variant('type', [
  v.strictObject({
    kernelscope: mark,
    type: v.literal('call'),
    id: count,
    name,
    args: v.pipe(v.array(v.unknown()), v.maxLength(4)),
  }),
  v.strictObject({ kernelscope: mark, type: v.literal('listen'), event: name, on: v.boolean() }),
  v.strictObject({
    kernelscope: mark,
    type: v.literal('address'),
    fragment: v.pipe(v.string(), v.maxLength(LONGEST_FRAGMENT)),
  }),
]);

/** Through the port, to the host's page. */
const toHost = v.variant('type', [
  v.strictObject({ kernelscope: mark, type: v.literal('open'), version: name }),
  v.strictObject({ kernelscope: mark, type: v.literal('ready') }),
  v.strictObject({ kernelscope: mark, type: v.literal('error'), error: fault }),
  v.strictObject({
    kernelscope: mark,
    type: v.literal('height'),
    height: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1_000_000)),
  }),
  v.strictObject({ kernelscope: mark, type: v.literal('result'), id: count, value: v.optional(v.unknown()) }),
  v.strictObject({ kernelscope: mark, type: v.literal('fault'), id: count, error: fault }),
  v.strictObject({
    kernelscope: mark,
    type: v.literal('event'),
    event: name,
    value: v.optional(v.unknown()),
  }),
]);

/** From the frame to the window around it, which may know nothing of ports: that it is there, and how high it is. */
export type Announcement =
  | { readonly kernelscope: 1; readonly type: 'hello'; readonly page: string }
  | { readonly kernelscope: 1; readonly type: 'ready' | 'error' }
  | { readonly kernelscope: 1; readonly type: 'height'; readonly height: number };

export type ToFrame = v.InferOutput<typeof toFrame>;
export type ToHost = v.InferOutput<typeof toHost>;

/** Cheap, so that what is not meant for us costs nothing. */
function isOurs(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, 'kernelscope');
}

function reader<Schema extends v.GenericSchema>(
  schema: Schema,
): (data: unknown) => v.InferOutput<Schema> | undefined {
  return (data) => {
    if (!isOurs(data)) return undefined;
    const read = v.safeParse(schema, data, { abortEarly: true });
    return read.success ? read.output : undefined;
  };
}

/** Each gives the message, or nothing where it is none. */
export const readToWindow = reader(toWindow);
export const readToFrame = reader(toFrame);
export const readToHost = reader(toHost);
