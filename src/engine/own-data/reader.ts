import type { Look } from '../../formats/data/look.ts';
import type { Progress } from '../../formats/data/progress.ts';
import type { Reading } from '../../model/datasets/reading.ts';
import type { GivenFile, TakenData } from './data-worker.ts';

export interface ReadOptions {
  readonly progress?: Progress | undefined;
  /** Ends the reading: it then rejects. */
  readonly signal?: AbortSignal | undefined;
}

/** Reads files that somebody brings, away from the page's thread. The same files are read once. */
export interface DataReader {
  /** What they are and what this reading would make of them; `index` is the training sample that is shown. */
  look(files: readonly GivenFile[], reading: Reading, index: number, options: ReadOptions): Promise<Look>;
  take(files: readonly GivenFile[], reading: Reading, options: ReadOptions): Promise<TakenData>;
  /** Forgets the files in hand. */
  close(): void;
}
