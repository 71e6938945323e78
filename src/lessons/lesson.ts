import type { Json } from '../base/json.ts';
import type { Aspect } from '../model/aspects.ts';
import type { GivenTensor, ProbeInput } from '../scope/scope.ts';
import type { Goal } from './goals/goal.ts';

/** The name of a lesson's folder: small letters, figures and hyphens. */
export type LessonId = string;

/** A lesson's steps, as data: `steps.ts` of its folder. Checked by `schema.ts`. */
export interface Lesson {
  readonly steps: readonly Step[];
}

/** One page of a lesson. Its text is `<Step id="…">` of the lesson's `text.en.mdx` and `text.de.mdx`. */
export interface Step {
  readonly id: string;
  /** Absent: the page stays as it is. */
  readonly scene?: Scene;
  /** Absent: there is only something to read and to look at. */
  readonly task?: Task;
}

/** What the page is set to when a step is entered; what is left out stays as it is. */
export interface Scene {
  /** A document, as short as it may be. */
  readonly document?: unknown;
  /** `shipped`: the trained weights that come with the page, of layers that have the names and shapes of its own model. */
  readonly weights?: LessonWeights;
  readonly input?: ProbeInput;
  /** Opens the lens of a layer, at a cell where one is given; `null`: the whole network. */
  readonly focus?: SceneFocus | null;
  /** What that lens shows; absent: how one number comes about. */
  readonly aspect?: Aspect;
  /** Whether the kernel slides. */
  readonly playing?: boolean;
  /** What stands beside the lesson; the stage alone where absent. Nothing, `[]`, leaves the lesson alone. */
  readonly show?: readonly ScenePart[];
}

export interface SceneFocus {
  readonly layer: string;
  /** The first cell where absent. */
  readonly index?: readonly number[];
  /** Of a recurrent layer that gives only its last output: the step of the input. */
  readonly step?: number;
}

/** `form`: the arguments of the open layer. What a goal needs comes by itself: the form for `set`, and the like. */
export const SCENE_PARTS = [
  'probe',
  'stage',
  'form',
  'prediction',
  'lab',
  'code',
  'data',
  'compare',
] as const;

export type ScenePart = (typeof SCENE_PARTS)[number];

/** As `setDocument` takes them. */
export type LessonWeights = 'keep' | 'carry' | 'shipped' | Readonly<Record<string, readonly GivenTensor[]>>;

type Task =
  | {
      readonly type: 'question';
      /** Key of `questions` in the lesson's `questions.ts`. */
      readonly question: string;
      /** For the generator: the same question in another size, say. */
      readonly given?: Json;
      /** Whether the stage is covered until it is answered; where absent, if the question brings a model of its own. */
      readonly covered?: boolean;
    }
  /** The step is done once the page in hand meets the goal. */
  | { readonly type: 'do'; readonly goal: Goal };
