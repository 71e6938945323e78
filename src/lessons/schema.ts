import * as v from 'valibot';
import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import { ASPECTS } from '../model/aspects.ts';
import { parseWith } from '../model/schema/parse.ts';
import type { About } from './about.ts';
import { type Lesson, SCENE_PARTS } from './lesson.ts';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const id = v.pipe(v.string(), v.regex(ID, 'range'), v.maxLength(40, 'range'));
const text = v.pipe(v.string(), v.nonEmpty('range'));
const whole = v.pipe(v.number(), v.integer('range'), v.minValue(0, 'range'));
const count = v.pipe(v.number(), v.integer('range'), v.minValue(1, 'range'));
const number = v.pipe(v.number(), v.finite('range'));
const index = v.array(whole);
const inBoth = v.strictObject({ en: text, de: text });

const about = v.strictObject({
  id,
  place: v.optional(number),
  minutes: v.pipe(whole, v.minValue(3, 'range'), v.maxValue(8, 'range')),
  after: v.array(id),
  title: inBoth,
  summary: inBoth,
});

const tensor = v.strictObject({
  name: v.optional(v.string()),
  shape: v.array(whole),
  data: v.custom<ArrayLike<number>>((data) => Array.isArray(data) || ArrayBuffer.isView(data), 'type'),
});

const split = v.picklist(['train', 'test'], 'range');

const scene = v.strictObject({
  // Past the gate when it is shown; here only that there is one.
  document: v.optional(v.looseObject({})),
  weights: v.optional(
    v.union([v.picklist(['keep', 'carry', 'shipped']), v.record(v.string(), v.array(tensor))], 'type'),
  ),
  input: v.optional(
    v.union(
      [
        v.strictObject({ tensor, note: v.optional(v.string()) }),
        v.strictObject({ split, index: whole }),
        v.strictObject({ text: v.string() }),
      ],
      'type',
    ),
  ),
  focus: v.optional(
    v.nullable(v.strictObject({ layer: text, index: v.optional(index), step: v.optional(whole) })),
  ),
  aspect: v.optional(v.picklist(ASPECTS, 'range')),
  playing: v.optional(v.boolean()),
  show: v.optional(v.array(v.picklist(SCENE_PARTS, 'range'))),
});

const min = v.optional(number);
const max = v.optional(number);

const goal = v.variant(
  'goal',
  [
    v.strictObject({
      goal: v.literal('look'),
      layer: text,
      index: v.optional(v.array(v.nullable(whole))),
    }),
    v.strictObject({ goal: v.literal('visit'), layer: text, cells: count }),
    v.strictObject({ goal: v.literal('train'), epochs: v.optional(count), batches: v.optional(count) }),
    v.strictObject({ goal: v.literal('edit-weights'), layer: text }),
    v.strictObject({ goal: v.literal('kernel'), layer: text, name: v.optional(text) }),
    v.strictObject({ goal: v.literal('set'), layer: text, key: text, value: v.unknown() }),
    v.strictObject({ goal: v.literal('value'), layer: text, index, min, max }),
    v.strictObject({ goal: v.literal('metric'), name: text, min, max }),
    v.strictObject({ goal: v.literal('probe') }),
    v.strictObject({ goal: v.literal('compare'), models: v.optional(count) }),
  ],
  'range',
);

const task = v.variant(
  'type',
  [
    v.strictObject({
      type: v.literal('question'),
      question: text,
      given: v.optional(v.unknown()),
      covered: v.optional(v.boolean()),
    }),
    v.strictObject({ type: v.literal('do'), goal }),
  ],
  'range',
);

const lesson = v.strictObject({
  steps: v.pipe(
    v.array(v.strictObject({ id, scene: v.optional(scene), task: v.optional(task) })),
    v.nonEmpty('range'),
    v.maxLength(60, 'range'),
  ),
});

/** What a folder's `about.ts` says, or the first fault with its place: `about.minutes`. */
export function checkedAbout(folder: string, given: unknown): About {
  const { about: known } = parseWith(v.strictObject({ about }), { about: given });
  if (known.id !== folder)
    throw new KernelscopeError({
      code: 'range',
      path: 'about.id',
      expected: folder,
      received: printable(known.id),
    });
  return known as About;
}

/** The steps of a lesson, or their first fault with its place: `steps[2].scene.focus`. */
export function checkedLesson(given: unknown): Lesson {
  const known = parseWith(lesson, given);
  known.steps.forEach(({ id: name }, at) => {
    if (known.steps.findIndex((other) => other.id === name) !== at)
      throw new KernelscopeError({
        code: 'duplicate-name',
        path: `steps[${at}].id`,
        received: printable(name),
      });
  });
  return known as Lesson;
}
