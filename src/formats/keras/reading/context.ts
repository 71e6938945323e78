/** What code takes its values from where it does not say them. */
export interface PythonContext {
  readonly dataset: {
    readonly name: string;
    /** As people call it. */
    readonly title: string;
    /** Of one sample, without the batch axis. */
    readonly shape: readonly number[];
    /** Numbers that the target of a sample has: one a class, or its own. */
    readonly classes: number;
    /** Words of its vocabulary, padding and all; 0 where it has none. */
    readonly words?: number;
    readonly train: number;
    readonly test: number;
  };
  /** Of the document in hand: what a script need not say. */
  readonly title?: string;
  readonly seed?: number;
  readonly fit?: unknown;
}
