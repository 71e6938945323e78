import type { Ink } from '../marks.ts';
import type { Series } from './series.ts';

export interface CurveLine {
  readonly series: Series;
  readonly name: string;
  readonly ink: Ink;
  /** Thin with its spread behind it: a value a batch. Otherwise a line with a dot a value: a value an epoch. */
  readonly fine: boolean;
  /** Pale, behind the same numbers smoothed. */
  readonly pale?: boolean;
  readonly dash?: readonly number[] | undefined;
}

/** The curve of a run that is over: a quiet line with its number at the end. */
export interface Ghost {
  readonly series: Series;
  readonly label: string;
}

/** Something that happened at a step, with a word. */
export interface CurveMark {
  readonly step: number;
  readonly text: string;
}

export interface CurveRequest {
  readonly lines: readonly CurveLine[];
  readonly width: number;
  readonly height: number;
  /** `share`: 0 to 100%. `positive`: from 0 up to what is needed. `log`: from the least number above 0 to the largest. */
  readonly axis: 'share' | 'positive' | 'log';
  /** Last step of the axis; the last of the series if that is later. */
  readonly steps?: number | undefined;
  /** First step of a part of the run, of which `steps` is the last; the values' axis then fits the part. */
  readonly from?: number | undefined;
  readonly ghosts?: readonly Ghost[];
  readonly marks?: readonly CurveMark[];
  /** The step that is looked at. */
  readonly cursor?: number | undefined;
  /** Steps between which the next part would lie. */
  readonly selection?: readonly [number, number] | undefined;
}
