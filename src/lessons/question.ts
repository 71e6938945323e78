import type { Json } from '../base/json.ts';
import type { Random } from '../base/random.ts';
import type { Aspect } from '../model/aspects.ts';
import type { ProbeInput } from '../scope/scope.ts';
import type { LessonWeights, SceneFocus } from './lesson.ts';
import type { Misconception } from './misconceptions.ts';

/** A kind of question, asked with fresh numbers each time: `questions` of a lesson's `questions.ts`, by name. */
export interface Question {
  /** Those that a wrong answer would show. */
  readonly misconceptions: readonly Misconception[];
  /** Pure: the same random numbers give the same question. The truth comes from model/, never from a formula here. */
  make(random: Random, given?: Json): Asked;
}

export type Questions = Readonly<Record<string, Question>>;

/** One question with its numbers. */
export interface Asked {
  /** For the text: `<Figure of="…" />` shows each in the reader's language. */
  readonly figures: Readonly<Record<string, Figure>>;
  readonly form: Form;
  readonly truth: Answer;
  /** What a misconception would answer, by the name of its `<Wrong why="…">`; `wrongOf` leaves out what is true. */
  readonly wrong: readonly WrongAnswer[];
  /**
   * The model that the question is about: it is built on the page once the answer is given, until then the stage is
   * covered. Where all of these are absent, the page stays open to look at.
   */
  readonly document?: unknown;
  readonly weights?: LessonWeights;
  readonly input?: ProbeInput;
  readonly focus?: SceneFocus;
  /** What the lens of `focus` shows; absent: how one number comes about. */
  readonly aspect?: Aspect;
}

export type Figure = number | string | readonly number[];

/** What is answered: a number; a shape without the batch axis, or numbers of cells; the key of an option. */
export type Answer = number | readonly number[] | string;

export interface WrongAnswer {
  readonly answer: Answer;
  readonly why: string;
}

/** How a question is answered. */
export type Form =
  /** Whole, or right to half a unit of its last decimal. */
  | { readonly type: 'number'; readonly decimals?: number }
  /** A field an axis; truth: their sizes, without the batch axis. */
  | { readonly type: 'shape'; readonly rank: number }
  /** A grid whose cells are chosen; truth: their numbers in row-major order, ascending. */
  | {
      readonly type: 'cells';
      readonly rows: number;
      readonly columns: number;
      /** What stands in the cells, row-major: numbers, or words. */
      readonly values?: readonly (number | string)[];
      /** Cells that are lit and cannot be chosen: the one that is asked about, say. */
      readonly marked?: readonly number[];
    }
  /** Keys of `<Option id="…">`, in the order in which they are shown: `shuffled` by the question's random numbers. */
  | { readonly type: 'choice'; readonly options: readonly string[] };
