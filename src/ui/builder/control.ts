import type { Json } from '../../base/json.ts';
import type { Judgement } from './judge.ts';

/** What every control of an argument's value has. */
export interface ControlProps {
  readonly id: string;
  readonly value: unknown;
  readonly describedBy: string;
  readonly judge: (value: Json) => Judgement;
  readonly onJudged: (judged: Judgement | undefined) => void;
  readonly onChange: (value: Json) => void;
}
