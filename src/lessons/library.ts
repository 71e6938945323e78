import type { MDXContent } from 'mdx/types';
import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import type { Language } from '../text/language.ts';
import type { About } from './about.ts';
import type { Lesson, LessonId } from './lesson.ts';
import type { Question, Questions } from './question.ts';
import { checkedAbout, checkedLesson } from './schema.ts';

/** Files of lesson folders by their path, as a build finds them: `./stride-and-padding/steps.ts`. */
export interface LessonFiles {
  readonly abouts: Readonly<Record<string, { readonly about: unknown }>>;
  readonly steps: Readonly<Record<string, () => Promise<{ readonly lesson: unknown }>>>;
  readonly questions: Readonly<Record<string, () => Promise<{ readonly questions: Questions }>>>;
  readonly texts: Readonly<Record<string, () => Promise<{ readonly default: MDXContent }>>>;
}

/** A lesson with all that it runs on; its text comes by `Library.text`. */
export interface LoadedLesson {
  readonly about: About;
  readonly lesson: Lesson;
  readonly questions: Questions;
}

/** The lessons there are. */
export interface Library {
  /** What comes after another one stands after it. */
  readonly abouts: readonly About[];
  /** Rejects with `not-found` where there is no such lesson, and with the place of what is wrong with its data. */
  load(id: LessonId): Promise<LoadedLesson>;
  text(id: LessonId, language: Language): Promise<MDXContent>;
}

const folderOf = (path: string) => path.split('/').at(-2)!;

function byFolder<T>(files: Readonly<Record<string, T>>, name: string): ReadonlyMap<string, T> {
  const found = Object.entries(files).filter(([path]) => path.endsWith(`/${name}`));
  return new Map(found.map(([path, file]) => [folderOf(path), file]));
}

function missing(path: string, expected: string, received: unknown, reason?: 'lesson'): KernelscopeError {
  return new KernelscopeError({ code: 'not-found', path, expected, received: printable(received), reason });
}

/** By `place`; a lesson never before one that it comes after. */
function inOrder(abouts: readonly About[]): About[] {
  const left = abouts.toSorted(
    (a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || (a.id < b.id ? -1 : 1),
  );
  const ordered: About[] = [];
  while (left.length > 0) {
    const ready = left.findIndex(({ after }) => !left.some(({ id }) => after.includes(id)));
    ordered.push(...left.splice(Math.max(0, ready), 1));
  }
  return ordered;
}

function checkQuestions({ steps }: Lesson, questions: Readonly<Record<string, Question>>): void {
  steps.forEach(({ task }, at) => {
    if (task?.type === 'question' && !Object.hasOwn(questions, task.question))
      throw missing(`steps[${at}].task.question`, Object.keys(questions).join(', '), task.question);
  });
}

export function createLibrary(files: LessonFiles): Library {
  const abouts = inOrder(
    Object.entries(files.abouts).map(([path, { about }]) => checkedAbout(folderOf(path), about)),
  );
  const steps = byFolder(files.steps, 'steps.ts');
  const questions = byFolder(files.questions, 'questions.ts');
  return {
    abouts,
    async load(id) {
      const about = abouts.find((one) => one.id === id);
      const loadSteps = steps.get(id);
      if (!about || !loadSteps) throw missing('lesson', abouts.map((one) => one.id).join(', '), id, 'lesson');
      const [given, asked] = await Promise.all([loadSteps(), questions.get(id)?.()]);
      const lesson = checkedLesson(given.lesson);
      const known = asked?.questions ?? {};
      checkQuestions(lesson, known);
      return { about, lesson, questions: known };
    },
    async text(id, language) {
      const load = byFolder(files.texts, `text.${language}.mdx`).get(id);
      if (!load) throw missing('lesson', `text.${language}.mdx`, id);
      return (await load()).default;
    },
  };
}
