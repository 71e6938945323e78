import type { ScormApi } from './api.ts';
import { timespan } from './time.ts';

/** How far a lesson is: what its `lesson` event tells. */
export interface LessonReport {
  /** The step in hand, from 0. */
  readonly step: number;
  /** Questions answered right at once, of all that the lesson asks. */
  readonly right: number;
  readonly questions: number;
  readonly done: boolean;
  /** Resumes the lesson where it is. */
  readonly progress: string;
}

/** Time and waiting, so that tests need none. */
export interface Clock {
  /** Milliseconds from some moment on. */
  now(): number;
  /** Calls `act` once that many milliseconds have passed; gives what calls it off. */
  after(milliseconds: number, act: () => void): () => void;
}

/** What a course system refused: its error's number, and its own sentence. */
export interface ScormFault {
  readonly code: string;
  readonly said: string;
}

export interface CourseSession {
  /** What the last visit left; undefined on the first one. */
  readonly resume: string | undefined;
  report(report: LessonReport): void;
  /** Hands over what is not stored yet. */
  commit(): void;
  /** Ends the session; whatever comes later is not reported. */
  finish(): void;
}

/** Milliseconds between two times of storing; a lesson that ends is stored at once. */
const REST = 10_000;

/** From not begun to well done: a status is replaced by a higher one only. */
const STATUSES = ['not attempted', 'browsed', 'incomplete', 'failed', 'completed', 'passed'] as const;
type Status = (typeof STATUSES)[number];

const FIRST_FINISHED = STATUSES.indexOf('failed');

/** Per cent with two decimals; undefined where nothing is asked. */
function scoreOf({ right, questions }: LessonReport): number | undefined {
  return questions > 0 ? Math.round((10_000 * right) / questions) / 100 : undefined;
}

/** Per cent that have to be reached; undefined where finishing is enough. */
function masteryOf(text: string): number | undefined {
  const score = Number.parseFloat(text);
  return Number.isFinite(score) ? score : undefined;
}

interface SessionOptions {
  readonly clock: Clock;
  /** Per cent that have to be right, where the course system does not say: it may leave that part of SCORM out. */
  readonly mastery?: number | undefined;
  /** Told where the course system does not store what is reported. */
  readonly refused: (fault: ScormFault) => void;
}

/**
 * Begins a session with a course system. Where a score is asked for (`masteryscore` of the manifest) a finished lesson is
 * `passed` or `failed` by it, else `completed`; until then it is `incomplete`. Neither a status nor, once finished, a score
 * gets worse again. In review and browse mode nothing is reported. Gives the fault where the system begins no session.
 */
export function openSession(
  api: ScormApi,
  { clock, mastery: own, refused }: SessionOptions,
): CourseSession | ScormFault {
  const start = clock.now();
  const isTrue = (answer: unknown) => String(answer) === 'true';
  const get = (element: string) => String(api.LMSGetValue(element) ?? '');
  const fault = (): ScormFault => {
    const code = String(api.LMSGetLastError() ?? '');
    return { code, said: String(api.LMSGetErrorString(code) ?? '') };
  };
  if (!isTrue(api.LMSInitialize(''))) return fault();

  const reports = !['browse', 'review'].includes(get('cmi.core.lesson_mode'));
  const mastery = masteryOf(get('cmi.student_data.mastery_score')) ?? own;
  const known = STATUSES.indexOf(get('cmi.core.lesson_status').trim().toLowerCase() as Status);
  let status = Math.max(0, known);
  let best = Number.parseFloat(get('cmi.core.score.raw'));
  let stored = clock.now();
  let waits: (() => void) | undefined;
  let unstored = false;
  let ended = false;

  function set(element: string, value: string): void {
    if (!isTrue(api.LMSSetValue(element, value))) refused(fault());
    unstored = true;
  }

  function raise(to: Status): void {
    const next = STATUSES.indexOf(to);
    if (next <= status) return;
    status = next;
    set('cmi.core.lesson_status', to);
  }

  function score(value: number): void {
    // Who goes through a finished lesson again has nothing to lose.
    if (status >= FIRST_FINISHED && best >= value) return;
    if (best === value) return;
    best = value;
    set('cmi.core.score.min', '0');
    set('cmi.core.score.max', '100');
    set('cmi.core.score.raw', String(value));
  }

  function commit(): void {
    waits?.();
    waits = undefined;
    if (!unstored || ended) return;
    set('cmi.core.session_time', timespan(clock.now() - start));
    unstored = false;
    stored = clock.now();
    if (!isTrue(api.LMSCommit(''))) refused(fault());
  }

  if (reports) {
    raise('incomplete');
    commit();
  }
  const resume = get('cmi.suspend_data');
  return {
    resume: resume === '' ? undefined : resume,
    report(report) {
      if (!reports || ended) return;
      const value = scoreOf(report);
      if (value !== undefined) score(value);
      set('cmi.core.lesson_location', String(report.step));
      set('cmi.suspend_data', report.progress);
      if (report.done) {
        const judged = mastery !== undefined && value !== undefined;
        raise(judged ? (value >= mastery ? 'passed' : 'failed') : 'completed');
        commit();
      } else waits ??= clock.after(Math.max(0, stored + REST - clock.now()), commit);
    },
    commit,
    finish() {
      if (ended) return;
      waits?.();
      if (reports) {
        // A lesson that is left half-way is to be resumed.
        set('cmi.core.exit', status >= FIRST_FINISHED ? '' : 'suspend');
        commit();
      }
      ended = true;
      api.LMSFinish('');
    },
  };
}
