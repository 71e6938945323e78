import { createStore, type StoreApi } from 'zustand/vanilla';
import { createRandom } from '../base/random.ts';
import { publicError } from '../scope/public-error.ts';
import type { LessonProgress } from '../stores/lesson.ts';
import { language } from '../text/language.ts';
import { lessonText } from '../text/lesson.ts';
import type { About } from './about.ts';
import { readAnswer, sameAnswer, type Typed, wrongOf } from './answers.ts';
import type { Check, Reached } from './goals/check.ts';
import { beginGoal } from './goals/goals.ts';
import type { ScenePart, Step } from './lesson.ts';
import type { LoadedLesson } from './library.ts';
import {
  beginning,
  MOST_WRONG,
  type Progress,
  readProgress,
  type TaskState,
  writeProgress,
} from './progress.ts';
import type { Answer, Asked } from './question.ts';
import { type Page, type Setting, settingAt, settingOf, show, showAgain } from './scene.ts';

/** What was said to the last answer of the question in hand. */
export type Said =
  | { readonly type: 'right' }
  /** `why`: the misconception that it shows, where one is known. */
  | { readonly type: 'wrong'; readonly answer: Answer; readonly why: string | undefined }
  /** No answer of the form that is asked for; it does not count. */
  | { readonly type: 'unread' }
  /** The answer was shown. */
  | { readonly type: 'shown' };

export interface PlayerState {
  readonly at: number;
  readonly furthest: number;
  /** By step; undefined for those without a task. */
  readonly tasks: readonly (TaskState | undefined)[];
  readonly asked: Asked | undefined;
  readonly said: Said | undefined;
  readonly reached: Reached | undefined;
  /** The page is being set. */
  readonly busy: boolean;
  /** The page does not show the lesson yet. */
  readonly opening: boolean;
  /** The stage would give the answer away, or shows a model that the question is not about. */
  readonly covered: boolean;
  /** Parts of the page that stand beside the lesson. */
  readonly show: readonly ScenePart[];
}

/** A lesson that is open. Everything is done through the scope and the stores; `stores.lesson` says how far it is. */
export interface Player {
  readonly about: About;
  readonly steps: readonly Step[];
  readonly state: StoreApi<PlayerState>;
  /** Resolves once the page shows the first step. */
  readonly ready: Promise<void>;
  next(): Promise<void>;
  back(): Promise<void>;
  go(step: number): Promise<void>;
  /** Answers the question in hand; the right answer builds its model on the page. */
  answer(typed: Typed): Promise<void>;
  /** Explains the answer; only after two wrong ones. The question is then asked `again`. */
  reveal(): Promise<void>;
  /** The same question with other numbers. */
  again(): void;
  /** From the beginning, with other numbers. */
  restart(): Promise<void>;
  /** The page stays as it is. */
  close(): void;
}

export interface Opened {
  /** Where it goes on; one that is damaged begins anew. */
  readonly progress?: string | undefined;
  /** Of the numbers of a lesson that begins. */
  readonly seed?: number | undefined;
  /** The page already is what it was when the lesson was left: after a reload. */
  readonly keepsPage?: boolean | undefined;
}

const newSeed = () => Math.floor(Math.random() * 36 ** 5);

/** Opens a lesson on the page. */
export function openPlayer(
  page: Page,
  { about, lesson, questions }: LoadedLesson,
  { progress: given, seed = newSeed(), keepsPage = false }: Opened = {},
): Player {
  const { stores } = page;
  const { steps } = lesson;
  const places = steps.flatMap(({ task }, at) => (task ? [at] : []));
  const questionCount = steps.filter(({ task }) => task?.type === 'question').length;
  let progress = readProgress(about.id, lesson, given) ?? beginning(lesson, seed);
  let check: Check | undefined;
  /** Grows with every step that is entered: what was begun for the one before ends. */
  let turn = 0;
  let closed = false;
  /** What `stores.lesson` was told last. */
  let told: LessonProgress | undefined;

  const taskAt = (step: number): TaskState | undefined => progress.tasks[places.indexOf(step)];

  function askedAt(step: number): Asked | undefined {
    const task = steps[step]?.task;
    if (task?.type !== 'question') return undefined;
    const random = createRandom(progress.seed, steps[step]!.id, taskAt(step)!.round);
    return questions[task.question]!.make(random, task.given);
  }

  const answeredAt = (step: number) => (taskAt(step)?.done ? askedAt(step) : undefined);

  function partsAt(step: number): readonly ScenePart[] {
    const scene = steps.slice(0, step + 1).findLast((one) => one.scene)?.scene;
    const parts = scene?.show ?? ['stage'];
    const asked = askedAt(step);
    // What a question is about is looked at once it is answered.
    const hidden = asked && settingOf(asked) && !parts.includes('stage');
    return hidden ? [...parts, 'stage'] : parts;
  }

  /** What a step looks like before anything was done in it. */
  function entered(at: number): PlayerState {
    const { task } = steps[at]!;
    const asked = askedAt(at);
    const said: Said | undefined = asked && taskAt(at)!.done ? { type: 'right' } : undefined;
    return {
      at,
      furthest: progress.furthest,
      tasks: steps.map((_, step) => taskAt(step)),
      asked,
      said,
      reached: undefined,
      busy: false,
      opening: false,
      covered: asked !== undefined && !said && covers(asked, task),
      show: partsAt(at),
    };
  }

  const state = createStore<PlayerState>(() => ({ ...entered(progress.at), opening: !keepsPage }));

  function keep(change: Partial<Progress>): void {
    progress = { ...progress, ...change };
    const { at, furthest, tasks } = progress;
    state.setState({ at, furthest, tasks: steps.map((_, step) => taskAt(step)) });
    told = {
      id: about.id,
      step: at,
      steps: steps.length,
      right: tasks.filter((task) => task.right).length,
      questions: questionCount,
      done: furthest === steps.length - 1 && tasks.every((task) => task.done),
      progress: writeProgress(about.id, lesson, progress),
    };
    stores.lesson.setState(told, true);
  }

  function keepTask(change: Partial<TaskState>): void {
    const place = places.indexOf(progress.at);
    const tasks = progress.tasks.map((task, at) => (at === place ? { ...task, ...change } : task));
    keep({ tasks });
  }

  /** Sets the page, then whatever follows, unless another step was entered or the lesson closed meanwhile. */
  async function build(set: () => Promise<void>): Promise<boolean> {
    const mine = ++turn;
    check = undefined;
    state.setState({ busy: true });
    try {
      await set();
    } catch (error) {
      if (mine === turn && !closed) stores.status.setState({ error: publicError(error) });
    }
    if (mine !== turn || closed) return false;
    state.setState({ busy: false, opening: false });
    return true;
  }

  const label = () => lessonText.change(about.title[language()]);

  async function enter(at: number, set: () => Promise<void>): Promise<void> {
    const furthest = Math.max(progress.furthest, at);
    progress = { ...progress, at, furthest };
    const { opening } = state.getState();
    state.setState({ ...entered(at), opening });
    keep({});
    if (!(await build(set))) return;
    const { task } = steps[at]!;
    if (task?.type !== 'do') return;
    check = beginGoal(task.goal, stores);
    look();
  }

  function go(at: number): Promise<void> {
    if (!steps[at] || at === progress.at) return Promise.resolve();
    const { scene } = steps[at];
    const onwards = at === progress.at + 1 && at > progress.furthest;
    return enter(at, () =>
      onwards ? show(page, scene ?? {}, label()) : showAgain(page, settingFor(at), label()),
    );
  }

  /** The page of a step; of a question that is answered, its model. */
  const settingFor = (at: number): Setting => settingAt(steps, at, answeredAt);

  /** Whether the page meets the goal now. */
  function look(): void {
    if (!check || closed) return;
    const reached = check();
    const before = state.getState().reached;
    if (reached.met !== before?.met || reached.done !== before.done) state.setState({ reached });
    if (!reached.met) return;
    check = undefined;
    if (!taskAt(progress.at)!.done) keepTask({ done: true });
  }

  const off = [stores.document, stores.trace, stores.run, stores.view, stores.comparison].map((store) =>
    (store as StoreApi<unknown>).subscribe(look),
  );

  /** The model that the question is about, in the open. */
  async function uncover(asked: Asked): Promise<void> {
    const setting = settingOf(asked);
    if (!setting || (await build(() => show(page, setting, label())))) state.setState({ covered: false });
  }

  const first = progress.at;
  const ready = enter(first, async () => {
    if (keepsPage) return;
    const setting = settingFor(first);
    await (first === 0 ? show : showAgain)(page, setting, label());
  });
  return {
    about,
    steps,
    state,
    ready,
    next: () => go(progress.at + 1),
    back: () => go(progress.at - 1),
    go,
    async answer(typed) {
      const { asked, said } = state.getState();
      if (!asked || said?.type === 'right' || said?.type === 'shown') return;
      const answer = readAnswer(asked.form, typed);
      const task = taskAt(progress.at)!;
      if (answer === undefined) {
        state.setState({ said: { type: 'unread' } });
      } else if (sameAnswer(asked.form, asked.truth, answer)) {
        state.setState({ said: { type: 'right' } });
        keepTask({ done: true, right: task.right || !task.tried });
        await uncover(asked);
      } else {
        const why = wrongOf(asked).find((wrong) => sameAnswer(asked.form, wrong.answer, answer))?.why;
        state.setState({ said: { type: 'wrong', answer, why } });
        keepTask({ tried: true, wrong: Math.min(MOST_WRONG, task.wrong + 1) });
      }
    },
    async reveal() {
      const { asked, said } = state.getState();
      if (!asked || said?.type === 'right' || said?.type === 'shown') return;
      if (taskAt(progress.at)!.wrong < MOST_WRONG) return;
      state.setState({ said: { type: 'shown' } });
      await uncover(asked);
    },
    again() {
      const task = taskAt(progress.at);
      if (!task || !state.getState().asked) return;
      turn++;
      keepTask({ round: task.round + 1, wrong: 0, tried: true });
      const asked = askedAt(progress.at)!;
      const covered = covers(asked, steps[progress.at]!.task);
      state.setState({ asked, said: undefined, covered, busy: false });
    },
    restart() {
      progress = { ...beginning(lesson, newSeed()), furthest: 0 };
      return enter(0, () => show(page, settingFor(0), label()));
    },
    close() {
      if (closed) return;
      closed = true;
      turn++;
      for (const stop of off) stop();
      // Another lesson may have been opened in its place.
      if (stores.lesson.getState() === told) stores.lesson.setState(undefined, true);
    },
  };
}

function covers(asked: Asked, task: Step['task']): boolean {
  const asks = task?.type === 'question' ? task.covered : undefined;
  return asks ?? settingOf(asked) !== undefined;
}
