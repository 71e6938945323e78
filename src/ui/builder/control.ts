import type { Json } from '../../base/json.ts';
import type { Argument } from '../../model/arguments/arguments.ts';
import type { Judgement } from './judge.ts';
import type { Fix } from './nearest.ts';

/** What every control of an argument's value has. */
export interface ControlProps {
  readonly id: string;
  readonly value: unknown;
  readonly describedBy: string;
  readonly judge: (value: Json) => Judgement;
  readonly onJudged: (judged: Judgement | undefined) => void;
  readonly onChange: (value: Json) => void;
}

/** What the row of an argument shows, and what it does with what is set there. */
export interface RowProps {
  readonly argument: Argument;
  readonly value: unknown;
  readonly meaning: string | undefined;
  /** As the document writes it in short; undefined where it is Keras's default. */
  readonly said: Json | undefined;
  readonly judge: (argument: Argument, value: Json) => Judgement;
  readonly onPreview: (judged: Judgement | undefined) => void;
  readonly onChange: (fix: Fix) => void;
  readonly onReset: (argument: Argument) => void;
  /** The row has the focus: its meaning is shown. */
  readonly onNear: (meaning: string | undefined) => void;
}
