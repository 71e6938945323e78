import { describe, expect, it } from 'vitest';
import { checkedAbout, checkedLesson } from '../../src/lessons/schema.ts';

const about = {
  id: 'counting',
  minutes: 3,
  after: [],
  title: { en: 'Counting', de: 'Zählen' },
  summary: { en: 'Count.', de: 'Zähle.' },
};
const step = { id: 'one' };

describe('a lesson', () => {
  it('is taken as it is', () => {
    expect(checkedAbout('counting', about)).toEqual(about);
    expect(checkedLesson({ steps: [step] })).toEqual({ steps: [step] });
  });

  it.each([
    ['about.minutes', { ...about, minutes: 9 }],
    ['about.minutes', { ...about, minutes: 2 }],
    ['about.id', { ...about, id: 'other' }],
    ['about.id', { ...about, id: 'Not an id' }],
    ['about.title.de', { ...about, title: { en: 'Counting' } }],
    ['about.colour', { ...about, colour: 1 }],
  ])('says that %s is wrong', (path, given) => {
    expect(() => checkedAbout('counting', given)).toThrow(expect.objectContaining({ path }));
  });

  it.each([
    ['steps', { steps: [] }],
    ['steps[1].id', { steps: [step, step] }],
    ['steps[0].id', { steps: [{ id: 'Two words' }] }],
    ['steps[0].sceen', { steps: [{ ...step, sceen: {} }] }],
    ['steps[0].scene.show[0]', { steps: [{ ...step, scene: { show: ['everything'] } }] }],
    ['steps[0].scene.focus.layer', { steps: [{ ...step, scene: { focus: { index: [0] } } }] }],
    ['steps[0].scene.weights', { steps: [{ ...step, scene: { weights: 'other' } }] }],
    ['steps[0].scene.input', { steps: [{ ...step, scene: { input: { split: 'all', index: 0 } } }] }],
    ['steps[0].task.type', { steps: [{ ...step, task: { type: 'sing' } }] }],
    ['steps[0].task.question', { steps: [{ ...step, task: { type: 'question' } }] }],
    ['steps[0].task.goal.goal', { steps: [{ ...step, task: { type: 'do', goal: { goal: 'win' } } }] }],
    [
      'steps[0].task.goal.cells',
      { steps: [{ ...step, task: { type: 'do', goal: { goal: 'visit', layer: 'a', cells: 0 } } }] },
    ],
    [
      'steps[0].task.goal.min',
      { steps: [{ ...step, task: { type: 'do', goal: { goal: 'metric', name: 'loss', min: '1' } } }] },
    ],
  ])('says that %s is wrong', (path, given) => {
    expect(() => checkedLesson(given)).toThrow(expect.objectContaining({ path }));
  });
});
