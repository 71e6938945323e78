import type { MDXContent } from 'mdx/types';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { accepts, sameAnswer, typedAs, wrongOf } from '../../src/lessons/answers.ts';
import { GLOSSARY } from '../../src/lessons/glossary.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import type { Library, LoadedLesson } from '../../src/lessons/library.ts';
import { LESSONS } from '../../src/lessons/list.ts';
import { LIVE_NAMES } from '../../src/lessons/live-names.ts';
import { MISCONCEPTIONS } from '../../src/lessons/misconceptions.ts';
import type { Answer, Asked, Form } from '../../src/lessons/question.ts';
import { admit } from '../../src/model/gate.ts';
import { FIXED_PRESETS } from '../../src/model/kernels/presets.ts';
import { LIBRARY } from './fixture/library.ts';
import { slowSummary } from './slow-summary.ts';

const SEEDS = 200;
const LANGUAGES = ['en', 'de'] as const;

interface Asking {
  readonly step: string;
  ask(seed: number): Asked;
  /** As asked with each seed. */
  readonly many: readonly Asked[];
}

const known = new Map<LoadedLesson['lesson'], readonly Asking[]>();

/** Questions of a lesson as its steps ask them: made once, since that takes its time. */
function asking({ lesson, questions }: LoadedLesson): readonly Asking[] {
  const made =
    known.get(lesson) ??
    lesson.steps.flatMap(({ id, task }) => {
      if (task?.type !== 'question') return [];
      const ask = (seed: number) => questions[task.question]!.make(createRandom(seed, id, 0), task.given);
      return [{ step: id, ask, many: Array.from({ length: SEEDS }, (_, seed) => ask(seed)) }];
    });
  known.set(lesson, made);
  return made;
}

const loaded = new Map<string, Promise<LoadedLesson>>();

function load(library: Library, id: string): Promise<LoadedLesson> {
  const lesson = loaded.get(id) ?? library.load(id);
  loaded.set(id, lesson);
  return lesson;
}

/** Other answers of that form, from near and far. */
function others(form: Form, truth: Answer, seed: number): Answer[] {
  const random = createRandom(seed, 'others');
  const near = (value: number) => value + Math.floor(random.uniform(-4, 5));
  if (form.type === 'number') {
    const unit = 10 ** -(form.decimals ?? 0);
    return [1, -1, 2, 7, 100]
      .map((by) => (truth as number) + by * unit * 1.5)
      .map(form.decimals ? Number : Math.round);
  }
  if (form.type === 'choice') return form.options.filter((option) => option !== truth);
  const list = truth as readonly number[];
  if (form.type === 'shape') return [list.map(near), list.toReversed(), list.map(() => near(list[0]!))];
  const cells = Array.from({ length: form.rows * form.columns }, (_, cell) => cell);
  const some = cells.filter(() => random.uniform() < 0.4);
  return [some, list.slice(1), cells].filter((chosen) => chosen.length > 0);
}

function checkForm({ form, truth }: Asked): void {
  if (form.type === 'number') {
    expect(truth).toBeTypeOf('number');
    expect(Number.isFinite(truth)).toBe(true);
    if (!form.decimals) expect(Number.isInteger(truth)).toBe(true);
  } else if (form.type === 'choice') {
    expect(form.options).toContain(truth);
    expect(new Set(form.options).size).toBe(form.options.length);
    expect(form.options.length).toBeGreaterThan(1);
  } else {
    const list = truth as readonly number[];
    if (form.type === 'shape') expect(list).toHaveLength(form.rank);
    else {
      expect(list.length).toBeGreaterThan(0);
      expect(list).toEqual(list.toSorted((a, b) => a - b));
      for (const cell of list) expect(cell).toBeLessThan(form.rows * form.columns);
      for (const cell of form.marked ?? []) expect(list).not.toContain(cell);
      if (form.values) expect(form.values).toHaveLength(form.rows * form.columns);
    }
    for (const n of list) expect(Number.isInteger(n) && n >= 0).toBe(true);
  }
}

interface Used {
  readonly tag: string;
  readonly props: Readonly<Record<string, unknown>>;
}

const TAGS = [
  'Step',
  'Term',
  'Figure',
  'Live',
  'Ask',
  'Option',
  'Right',
  'Wrong',
  'Hint',
  'Do',
  'Done',
  'Key',
];

/** Every component that a text uses, by the step that it stands in; those at the top of a step in `blocks`. */
function usedIn(Text: MDXContent): Map<string, { readonly all: Used[]; readonly blocks: Used[] }> {
  const stubs = Object.fromEntries(TAGS.map((tag) => [tag, Object.assign(() => null, { tag })]));
  const found = new Map<string, { all: Used[]; blocks: Used[] }>();
  const visit = (node: ReactNode, step: string | undefined, top: boolean): void => {
    if (Array.isArray(node)) for (const child of node) visit(child as ReactNode, step, top);
    if (typeof node !== 'object' || node === null || !('props' in node)) return;
    const { type, props } = node as { type: { tag?: string } | string; props: Record<string, unknown> };
    const tag = typeof type === 'string' ? undefined : type.tag;
    if (tag === 'Step') {
      const id = String(props.id);
      expect(found.has(id)).toBe(false);
      found.set(id, { all: [], blocks: [] });
      visit(props.children as ReactNode, id, true);
      return;
    }
    if (tag !== undefined) {
      expect(step, `<${tag}> outside of a step`).toBeDefined();
      found.get(step!)!.all.push({ tag, props });
      if (top) found.get(step!)!.blocks.push({ tag, props });
    }
    visit(props.children as ReactNode, step, top && typeof type !== 'string' && tag === undefined);
  };
  const made = (Text as unknown as (props: unknown) => ReactNode)({ components: stubs });
  visit(made, undefined, false);
  return found;
}

const count = (used: readonly Used[], tag: string) => used.filter((one) => one.tag === tag).length;
const namesOf = (used: readonly Used[], tag: string, key: string) =>
  used.filter((one) => one.tag === tag).map(({ props }) => String(props[key]));

/** A text against the steps and the questions that it is of. */
function checkText(Text: MDXContent, lesson: LoadedLesson): void {
  const used = usedIn(Text);
  expect([...used.keys()]).toEqual(lesson.lesson.steps.map(({ id }) => id));
  for (const { id, task } of lesson.lesson.steps) {
    const { all, blocks } = used.get(id)!;
    const where = `step ${id}`;
    for (const tag of ['Ask', 'Option', 'Right', 'Wrong', 'Hint', 'Do', 'Done'])
      expect(count(all, tag), `${where}: <${tag}> stands directly in its step`).toBe(count(blocks, tag));
    for (const term of namesOf(all, 'Term', 'id')) expect(GLOSSARY, where).toHaveProperty([term]);
    for (const of of namesOf(all, 'Live', 'of')) expect(LIVE_NAMES, where).toContain(of);
    const asked = task?.type === 'question';
    for (const tag of ['Ask', 'Right', 'Hint'])
      expect(count(blocks, tag), `${where}: <${tag}>`).toBe(asked ? 1 : 0);
    for (const tag of ['Do', 'Done'])
      expect(count(blocks, tag), `${where}: <${tag}>`).toBe(task?.type === 'do' ? 1 : 0);
    if (!asked) {
      expect(count(all, 'Figure') + count(all, 'Option') + count(all, 'Wrong'), where).toBe(0);
      continue;
    }
    const { many } = asking(lesson).find(({ step }) => step === id)!;
    const figures = new Set(many.flatMap((one) => Object.keys(one.figures)));
    const drawn = all
      .flatMap(({ props }) => [props.layer, props.index])
      .flatMap((name) => (typeof name === 'string' && name.startsWith('@') ? [name.slice(1)] : []));
    for (const name of [...namesOf(all, 'Figure', 'of'), ...drawn]) {
      expect([...figures], where).toContain(name);
      for (const one of many) expect(one.figures, where).toHaveProperty([name]);
    }
    const whys = new Set(many.flatMap((one) => wrongOf(one).map(({ why }) => why)));
    expect(namesOf(all, 'Wrong', 'why').toSorted(), `${where}: <Wrong>`).toEqual([...whys].toSorted());
    const options = new Set(many.flatMap(({ form }) => (form.type === 'choice' ? form.options : [])));
    expect(namesOf(all, 'Option', 'id').toSorted(), `${where}: <Option>`).toEqual([...options].toSorted());
  }
}

/** Layers that a lesson names exist where it names them, as far as its own documents go. */
function checkScenes({ steps }: Lesson): void {
  let network: ReturnType<typeof admit>['network'] | undefined;
  for (const { id, scene, task } of steps) {
    if (scene?.document !== undefined) network = admit(scene.document).network;
    const focus = scene?.focus;
    if (focus && network && scene?.document !== undefined) {
      const layer = network.byName.get(focus.layer);
      expect(layer, `step ${id}: ${focus.layer}`).toBeDefined();
      if (focus.index) expect(focus.index, `step ${id}`).toHaveLength(layer!.outputShape.length);
    }
    if (task?.type === 'do' && scene?.document !== undefined && 'layer' in task.goal)
      expect(network!.byName.has(task.goal.layer), `step ${id}: ${task.goal.layer}`).toBe(true);
    if (task?.type === 'do' && task.goal.goal === 'kernel' && task.goal.name !== undefined)
      expect(FIXED_PRESETS, `step ${id}`).toContain(task.goal.name);
  }
}

function checks(library: Library): void {
  describe.each(library.abouts.map(({ id }) => id))('%s', (id) => {
    it('names lessons that there are', async () => {
      const { about } = await load(library, id);
      for (const other of about.after) expect(library.abouts.map((one) => one.id)).toContain(other);
      expect(about.after).not.toContain(id);
    });

    it('has scenes that can be shown', async () => {
      checkScenes((await load(library, id)).lesson);
    });

    it('accepts the truth and nothing else, over many seeds', async () => {
      for (const { step, ask, many } of asking(await load(library, id))) {
        const seen = new Set<string>();
        for (const [seed, asked] of many.entries()) {
          const { form, truth } = asked;
          const where = `${step}, seed ${seed}`;
          checkForm(asked);
          if (seed < 3) expect(ask(seed), where).toEqual(asked);
          expect(accepts(form, truth, typedAs(form, truth)), where).toBe(true);
          const answers = [
            ...wrongOf(asked).map(({ answer }) => answer),
            ...others(form, truth, seed),
          ].filter((answer) => !sameAnswer(form, truth, answer));
          const taken = answers.filter((answer) => accepts(form, truth, typedAs(form, answer)));
          expect(taken, where).toEqual([]);
          if (form.type !== 'choice') expect(wrongOf(asked).length, where).toBeGreaterThan(0);
          seen.add(JSON.stringify([asked.figures, truth, form]));
        }
        expect(seen.size, `${step}: asked with other numbers`).toBeGreaterThan(1);
      }
    });

    it('asks about models that count as it does', async () => {
      for (const { many } of asking(await load(library, id))) many.forEach(slowSummary);
    });

    it.each(LANGUAGES)('has a text of the same steps, questions and words: %s', async (language) => {
      checkText(await library.text(id, language), await load(library, id));
    });

    it('shows the same live numbers in both languages', async () => {
      const [en, de] = await Promise.all(LANGUAGES.map((language) => library.text(id, language)));
      const live = (Text: MDXContent) =>
        [...usedIn(Text)].map(([step, { all }]) => [
          step,
          all
            .filter(({ tag }) => tag === 'Live')
            .map(({ props }) => JSON.stringify(props))
            .toSorted(),
        ]);
      expect(live(de!)).toEqual(live(en!));
    });
  });
}

describe('the lessons', () => checks(LESSONS));
describe('a lesson of the tests', () => checks(LIBRARY));

it('meets every misconception with two questions that differ', async () => {
  const all = await Promise.all(LESSONS.abouts.map(({ id }) => load(LESSONS, id)));
  const asked = all.flatMap(({ lesson, questions }) =>
    Object.entries(questions).filter(([name]) =>
      lesson.steps.some(({ task }) => task?.type === 'question' && task.question === name),
    ),
  );
  const met = MISCONCEPTIONS.map((id) => [
    id,
    asked.filter(([, { misconceptions }]) => misconceptions.includes(id)).length,
  ]);
  expect(met.filter(([, questions]) => (questions as number) < 2)).toEqual([]);
});

it('has words in both languages, each used', async () => {
  for (const entry of Object.values(GLOSSARY))
    for (const language of LANGUAGES) {
      expect(entry[language].word).not.toBe('');
      expect(entry[language].meaning.length).toBeGreaterThan(20);
    }
});
