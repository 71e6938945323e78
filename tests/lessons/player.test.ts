import { describe, expect, it } from 'vitest';
import { typedAs, wrongOf } from '../../src/lessons/answers.ts';
import { type Opened, openPlayer } from '../../src/lessons/player.ts';
import { setUp } from '../scope/setup.ts';
import { LIBRARY } from './fixture/library.ts';

async function open(opened: Opened = { seed: 7 }) {
  const made = await setUp();
  const player = openPlayer(made, await LIBRARY.load('counting'), opened);
  await player.ready;
  const title = () => made.stores.document.getState().document.title;
  const told = () => made.scope.lesson()!;
  const right = () => {
    const { asked } = player.state.getState();
    return player.answer(typedAs(asked!.form, asked!.truth));
  };
  const wrong = () => {
    const { asked } = player.state.getState();
    return player.answer(typedAs(asked!.form, wrongOf(asked!)[0]!.answer));
  };
  return { ...made, player, title, told, right, wrong, said: () => player.state.getState().said };
}

describe('a lesson', () => {
  it('puts its scenes on the page and says how far it is', async () => {
    const { player, scope, stores, title, told } = await open();
    expect(title()).toBe('Counting');
    expect(told()).toMatchObject({ id: 'counting', step: 0, steps: 5, right: 0, questions: 2, done: false });
    expect(player.state.getState().show).toEqual(['probe', 'stage']);
    const events: unknown[] = [];
    scope.on('lesson', (lesson) => events.push(lesson?.step));
    await player.next();
    expect(stores.view.getState()).toMatchObject({ open: 'pool', playing: false });
    expect(stores.view.getState().cell).toEqual({ layer: 'pool', index: [0, 0, 0] });
    // A scene that says nothing of its parts shows the stage alone.
    expect(player.state.getState().show).toEqual(['stage']);
    player.close();
    expect(scope.lesson()).toBeUndefined();
    expect(events).toEqual([1, undefined]);
    expect(title()).toBe('Counting');
  });

  it('waits until something is done, which the page must do by itself', async () => {
    const { player, stores } = await open();
    await player.next();
    const look = (index: number[]) => stores.view.setState({ cell: { layer: 'pool', index } });
    look([0, 1, 0]);
    expect(player.state.getState().reached).toEqual({ met: false, done: 1, of: 2 });
    look([0, 1, 0]);
    look([0, 0, 0]);
    expect(player.state.getState().tasks[1]).toMatchObject({ done: false });
    look([1, 1, 0]);
    expect(player.state.getState().tasks[1]).toMatchObject({ done: true });
    player.close();
  });

  it('asks before the page shows the answer', async () => {
    const { player, stores, title, told, right, said } = await open();
    await player.go(2);
    expect(player.state.getState().covered).toBe(true);
    expect(title()).toBe('Counting');
    await right();
    expect(said()).toEqual({ type: 'right' });
    expect(player.state.getState().covered).toBe(false);
    expect(title()).toBe('Asked');
    expect(stores.view.getState()).toMatchObject({ open: 'asked', playing: false });
    expect(told()).toMatchObject({ right: 1, done: false });
    expect(stores.document.getState().past.at(-1)?.change).toBe('Lesson: Counting');
    player.close();
  });

  it('says what a wrong answer shows, and shows the right one after two', async () => {
    const { player, title, told, right, wrong, said } = await open();
    await player.go(2);
    const first = player.state.getState().asked!;
    await player.reveal();
    expect(said()).toBeUndefined();
    await player.answer('a few');
    expect(said()).toEqual({ type: 'unread' });
    await wrong();
    expect(said()).toMatchObject({ type: 'wrong', why: 'flat' });
    await player.answer('123456');
    expect(said()).toEqual({ type: 'wrong', answer: 123456, why: undefined });
    expect(player.state.getState().covered).toBe(true);
    await player.reveal();
    expect(said()).toEqual({ type: 'shown' });
    expect(title()).toBe('Asked');
    // What is shown cannot be answered; it is asked again with other numbers.
    await right();
    expect(player.state.getState().tasks[2]).toMatchObject({ done: false });
    player.again();
    expect(said()).toBeUndefined();
    expect(player.state.getState().covered).toBe(true);
    expect(player.state.getState().asked).not.toEqual(first);
    await right();
    expect(player.state.getState().tasks[2]).toMatchObject({ done: true, right: false, round: 1 });
    expect(told().right).toBe(0);
    player.close();
  });

  it('counts only the first answer, and keeps it when one practises', async () => {
    const { player, told, right, wrong } = await open();
    await player.go(4);
    await wrong();
    await right();
    expect(told().right).toBe(0);
    await player.go(2);
    await right();
    player.again();
    await wrong();
    expect(told().right).toBe(1);
    expect(player.state.getState().tasks[2]).toMatchObject({ done: true, right: true });
    player.close();
  });

  it('is done when every task is, and every step was seen', async () => {
    const { player, stores, scope, told, right } = await open();
    await player.go(4);
    await right();
    await player.go(2);
    await right();
    await player.go(1);
    for (const index of [
      [1, 0, 0],
      [1, 1, 0],
    ])
      stores.view.setState({ cell: { layer: 'pool', index } });
    expect(told().done).toBe(false);
    await player.go(3);
    await scope.train({ epochs: 1 });
    expect(told()).toMatchObject({ done: true, right: 2, questions: 2 });
    player.close();
  });

  it('goes on where it was, with the same numbers', async () => {
    const one = await open({ seed: 99 });
    await one.player.go(2);
    await one.wrong();
    const { progress } = one.told();
    const { asked } = one.player.state.getState();
    one.player.close();
    const other = await open({ progress });
    expect(other.told()).toMatchObject({ step: 2, progress });
    expect(other.player.state.getState().asked).toEqual(asked);
    await other.right();
    expect(other.told().right).toBe(0);
    other.player.close();
  });

  it('shows an answered question with its model when one comes back', async () => {
    const one = await open();
    await one.player.go(2);
    await one.right();
    await one.player.next();
    expect(one.title()).toBe('Counting');
    await one.player.back();
    expect(one.said()).toEqual({ type: 'right' });
    expect(one.title()).toBe('Asked');
    const { progress } = one.told();
    one.player.close();
    const other = await open({ progress });
    expect(other.title()).toBe('Asked');
    expect(other.player.state.getState().covered).toBe(false);
    other.player.close();
  });

  it('leaves what was trained when one comes back to it', async () => {
    const { player, stores, scope } = await open();
    await player.go(3);
    await scope.train({ epochs: 1 });
    const trained = stores.trace.getState().weights.get('out')![0]!.data;
    await player.next();
    await player.back();
    expect(stores.trace.getState().weights.get('out')![0]!.data).toEqual(trained);
    player.close();
  });

  it('leaves the page as it is after a reload', async () => {
    const { player, title } = await open({ seed: 7, keepsPage: true });
    expect(title()).toBe('Trainable');
    expect(player.state.getState().opening).toBe(false);
    player.close();
  });

  it('begins anew where the progress is damaged', async () => {
    const { player, told } = await open({ progress: '1.a.b.c.d.e' });
    expect(told()).toMatchObject({ step: 0, right: 0 });
    player.close();
  });

  it('says what went wrong with a scene, and goes on', async () => {
    const made = await open();
    await made.player.go(2);
    made.engine.failing.set('build', new Error('no room'));
    await made.right();
    expect(made.stores.status.getState().error).toMatchObject({ code: 'engine' });
    expect(made.player.state.getState()).toMatchObject({ at: 2, busy: false, covered: false });
    made.player.close();
  });

  it('shows the step that was asked for last', async () => {
    const { player, title } = await open();
    await Promise.all([player.go(3), player.go(2), player.go(4), player.go(1)]);
    expect(player.state.getState()).toMatchObject({ at: 1, busy: false, covered: false });
    expect(title()).toBe('Counting');
    player.close();
  });

  it('begins from the start with other numbers', async () => {
    const { player, told, right } = await open();
    await player.go(2);
    await right();
    const { progress } = told();
    await player.restart();
    expect(told()).toMatchObject({ step: 0, right: 0 });
    expect(told().progress).not.toBe(progress);
    player.close();
  });
});

describe('a library', () => {
  it('refuses what it has not', async () => {
    await expect(LIBRARY.load('nothing')).rejects.toMatchObject({ code: 'not-found', path: 'lesson' });
    await expect(LIBRARY.load('__proto__')).rejects.toMatchObject({ code: 'not-found' });
  });
});
