import { plural } from './language.ts';

/** What the page says about lessons; what they say themselves stands in their own folders. */
export const lessonText = {
  /** The button in the header, and the panel that it opens. */
  open: 'Lessons',
  list: 'Lessons',
  intro: 'Predict, look, explain: each takes a few minutes and sets the page by itself.',
  closeList: 'Close the list',
  minutes: (count: string) => `${count} min`,
  /** The numbers of other lessons. */
  after: (lessons: string) => `Best after ${lessons}`,
  done: 'Done',
  score: (right: string, questions: string) => `${right} of ${questions} right at the first try`,
  step: (step: string, steps: string) => `Step ${step} of ${steps}`,
  start: 'Start',
  goOn: 'Go on',
  repeat: 'Repeat',
  fromStart: 'From the start',

  /** The panel of the open lesson. */
  panel: 'Lesson',
  close: 'Close the lesson',
  dots: 'Steps',
  dot: (step: string, state: string) => `Step ${step}${state}`,
  dotDone: ', done',
  dotOpen: ', open',
  dotAhead: ', not seen yet',
  back: 'Back',
  next: 'Next',
  skip: 'Skip for now',
  loading: 'The lesson is loading…',
  notLoaded: 'The lesson could not be loaded.',

  /** A question, and what is said to an answer. */
  yourAnswer: 'Your answer',
  answer: 'Answer',
  axis: (axis: string) => `Size of axis ${axis}`,
  cell: (row: string, column: string, value: string) => `Row ${row}, column ${column}: ${value}`,
  place: (place: string, value: string) => `Place ${place}: ${value}`,
  cells: 'Choose cells; arrow keys move, Space chooses',
  marked: 'the one that is asked about',
  right: 'Right.',
  wrong: 'Not yet.',
  look: 'Think about it once more.',
  unread: {
    number: 'Type a number.',
    decimal: (decimals: number) =>
      `Type a number with ${decimals} ${plural(decimals, { one: 'decimal', other: 'decimals' })}.`,
    shape: 'Type a whole number in every field.',
    cells: 'Choose at least one cell.',
    choice: 'Choose one of the answers.',
  },
  reveal: 'Show me',
  shown: (answer: string) => `The answer is ${answer}.`,
  again: 'Ask me again with other numbers',
  practise: 'Once more with other numbers',
  covered: 'First your prediction',
  coveredNote: 'The model comes here once you have answered.',

  /** Something to do. */
  toDo: 'Your turn',
  did: 'Done.',
  counted: (done: string, of: string) => `${done} of ${of}`,

  /** The last page. */
  finished: 'Lesson finished',
  finishedScore: (right: string, questions: string) =>
    `${right} of ${questions} questions right at the first try.`,
  leftOpen: (count: number) =>
    plural(count, { one: 'One step is still open.', other: `${count} steps are still open.` }),
  toOpen: 'Go to it',
  nextLesson: (title: string) => `Next lesson: ${title}`,
  allLessons: 'All lessons',
  finish: 'Finish',

  /** A word that is explained in place. */
  closeTerm: 'Close the explanation',

  /** In the history of the document, and after a lesson. */
  change: (title: string) => `Lesson: ${title}`,
  before: (title: string) =>
    `The lesson is closed; its model stays. What you had before is kept: “${title}”.`,
  bringBack: 'Bring it back',
  putAway: 'Leave it',
};
