import { Scorm12API } from 'scorm-again';
import { describe, expect, test } from 'vitest';
import { findApi, type ScormApi } from '../../../src/formats/scorm/api.ts';
import {
  type Clock,
  type CourseSession,
  type LessonReport,
  openSession,
  type ScormFault,
} from '../../../src/formats/scorm/session.ts';

/** Time that only moves when it is told to. */
function handClock(): Clock & { pass(milliseconds: number): void } {
  let time = 1000;
  let waiting: { at: number; act: () => void }[] = [];
  return {
    now: () => time,
    after(milliseconds, act) {
      const entry = { at: time + milliseconds, act };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    pass(milliseconds) {
      time += milliseconds;
      const due = waiting.filter(({ at }) => at <= time);
      waiting = waiting.filter(({ at }) => at > time);
      for (const { act } of due) act();
    },
  };
}

/** A course system as scorm-again makes it, silent, with what it kept of an earlier visit. */
function courseSystem(kept?: object, settings = {}): Scorm12API & { commits: number } {
  const api = new Scorm12API({ logLevel: 5, ...settings });
  if (kept) api.loadFromJSON(kept as never, '');
  const counted = Object.assign(api, { commits: 0 });
  const commit = api.LMSCommit;
  counted.LMSCommit = (parameter) => {
    counted.commits++;
    return commit.call(api, parameter);
  };
  return counted;
}

const kept = (api: Scorm12API) => JSON.parse(JSON.stringify(api.cmi)) as object;

/** What it hands to the course system at the end, with what can only be written. */
const sent = (api: Scorm12API) =>
  JSON.parse(JSON.stringify((api.renderCommitCMI(true) as { cmi: { core: object } }).cmi.core)) as object;

const report = (change: Partial<LessonReport> = {}): LessonReport => ({
  step: 1,
  right: 1,
  questions: 3,
  done: false,
  progress: 'a1',
  ...change,
});

function begin(api: ScormApi, mastery?: number) {
  const clock = handClock();
  const faults: ScormFault[] = [];
  const session = openSession(api, { clock, mastery, refused: (fault) => faults.push(fault) });
  if ('code' in session) throw new Error(`no session: ${session.code}`);
  return { clock, faults, session: session as CourseSession };
}

const value = (api: Scorm12API, element: string) =>
  String(api.cmi.core[element as keyof typeof api.cmi.core]);

describe('a lesson in a course system (scorm-again)', () => {
  test('is incomplete while it is done, then completed with its score; the time is that of the visit', () => {
    const api = courseSystem();
    const { session, clock, faults } = begin(api);
    expect(session.resume).toBeUndefined();
    expect(value(api, 'lesson_status')).toBe('incomplete');
    session.report(report());
    expect(api.LMSGetValue('cmi.core.score.raw')).toBe('33.33');
    expect(api.LMSGetValue('cmi.suspend_data')).toBe('a1');
    expect(value(api, 'lesson_location')).toBe('1');
    expect(value(api, 'lesson_status')).toBe('incomplete');
    clock.pass(125_340);
    session.report(report({ step: 5, right: 2, done: true, progress: 'z' }));
    expect(value(api, 'lesson_status')).toBe('completed');
    expect(api.LMSGetValue('cmi.core.score.raw')).toBe('66.67');
    expect(api.LMSGetValue('cmi.core.score.min')).toBe('0');
    expect(api.LMSGetValue('cmi.core.score.max')).toBe('100');
    session.finish();
    expect(sent(api)).toMatchObject({ session_time: '00:02:05.34', exit: '' });
    expect(api.isTerminated()).toBe(true);
    expect(faults).toEqual([]);
  });

  test('is resumed where it was left, and a better status or score stays', () => {
    const first = courseSystem();
    const one = begin(first);
    one.session.report(report({ step: 4, right: 3, progress: 'here' }));
    one.session.finish();
    expect(sent(first)).toMatchObject({ exit: 'suspend', lesson_status: 'incomplete' });

    const second = courseSystem(kept(first));
    const two = begin(second);
    expect(two.session.resume).toBe('here');
    two.session.report(report({ step: 6, right: 3, done: true, progress: 'end' }));
    two.session.finish();

    const third = courseSystem(kept(second));
    const three = begin(third);
    expect(three.session.resume).toBe('end');
    expect(value(third, 'lesson_status')).toBe('completed');
    three.session.report(report({ step: 0, right: 0, progress: 'again' }));
    expect(value(third, 'lesson_status')).toBe('completed');
    expect(third.LMSGetValue('cmi.core.score.raw')).toBe('100');
    three.session.finish();
    expect([...one.faults, ...two.faults, ...three.faults]).toEqual([]);
  });

  test.each([
    [50, 'passed'],
    [70, 'failed'],
  ])('with a score of %i that has to be reached, two of three are %s', (score, status) => {
    const asked = { cmi: { student_data: { mastery_score: String(score) } } };
    for (const [api, mastery] of [
      [courseSystem(asked.cmi), undefined],
      // A system that leaves this part of SCORM out: the package knows it too.
      [courseSystem(), score],
    ] as const) {
      const { session, faults } = begin(api, mastery);
      session.report(report({ right: 2, done: true }));
      expect(value(api, 'lesson_status')).toBe(status);
      session.finish();
      expect(value(api, 'lesson_status')).toBe(status);
      expect(faults).toEqual([]);
    }
  });

  test('one that failed can be passed later', () => {
    const api = courseSystem();
    const { session } = begin(api, 80);
    session.report(report({ right: 2, done: true }));
    expect(value(api, 'lesson_status')).toBe('failed');
    session.report(report({ right: 3, done: true }));
    expect(value(api, 'lesson_status')).toBe('passed');
    expect(api.LMSGetValue('cmi.core.score.raw')).toBe('100');
  });

  test('a lesson without questions is completed, without a score', () => {
    const api = courseSystem();
    const { session } = begin(api, 80);
    session.report(report({ right: 0, questions: 0, done: true }));
    expect(value(api, 'lesson_status')).toBe('completed');
    expect(api.LMSGetValue('cmi.core.score.raw')).toBe('');
  });

  test('is stored at most every ten seconds, and at once when it ends', () => {
    const api = courseSystem();
    const { session, clock } = begin(api);
    const atFirst = api.commits;
    for (let n = 0; n < 50; n++) {
      session.report(report({ progress: `p${n}` }));
      clock.pass(100);
    }
    expect(api.commits).toBe(atFirst);
    clock.pass(10_000);
    expect(api.commits).toBe(atFirst + 1);
    session.report(report({ done: true }));
    expect(api.commits).toBe(atFirst + 2);
    session.commit();
    expect(api.commits).toBe(atFirst + 2);
    session.finish();
    session.finish();
    session.report(report({ progress: 'late' }));
    expect(api.LMSGetLastError()).toBe('0');
  });

  test('in review nothing is reported', () => {
    const api = courseSystem({
      core: { lesson_mode: 'review', lesson_status: 'passed' },
      suspend_data: 'end',
    });
    const { session, faults } = begin(api);
    expect(session.resume).toBe('end');
    session.report(report({ progress: 'other' }));
    expect(api.LMSGetValue('cmi.suspend_data')).toBe('end');
    session.finish();
    expect(faults).toEqual([]);
  });

  test('a system that begins no session, or stores nothing, is heard', () => {
    const api = courseSystem();
    api.LMSInitialize('');
    const refused = openSession(api, { clock: handClock(), refused: () => undefined });
    expect(refused).toMatchObject({ code: '101' });
    const broken = courseSystem();
    const { session, faults } = begin(broken);
    broken.LMSSetValue = () => 'false';
    session.report(report());
    expect(faults.length).toBeGreaterThan(0);
  });
});

describe('the API', () => {
  const api = courseSystem() as ScormApi;
  const top: Record<string, unknown> = {};
  top.parent = top;

  test('is found in the window itself, around it, and through openers', () => {
    expect(findApi({ API: api, parent: top })).toBe(api);
    const around = { API: api } as Record<string, unknown>;
    around.parent = around;
    expect(findApi({ parent: { parent: around } })).toBe(api);
    expect(findApi({ parent: top, opener: around })).toBe(api);
    const opened: Record<string, unknown> = { opener: { parent: around } };
    opened.parent = opened;
    expect(findApi({ parent: { parent: opened } })).toBe(api);
  });

  test('is not there where no window has it, also around in circles', () => {
    expect(findApi(top)).toBeUndefined();
    const one: Record<string, unknown> = { parent: top };
    const other: Record<string, unknown> = { parent: top, opener: one };
    one.opener = other;
    expect(findApi(one)).toBeUndefined();
  });

  test('windows of other sites are passed by', () => {
    const foreign = new Proxy({ parent: { API: api } } as Record<string, unknown>, {
      get(target, key) {
        if (key === 'API') throw new Error('blocked a frame from accessing a cross-origin frame');
        return target[key as string];
      },
    });
    expect(findApi({ parent: foreign })).toBe(api);
  });
});
