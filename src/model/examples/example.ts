/** A document in its short form, before the gate. */
export interface ExampleDocument {
  readonly title: string;
  readonly [key: string]: unknown;
}

interface ExampleTensor {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** A document one click away, with the weights and the typed probe that make its point, where it has them. */
export interface Example {
  readonly id: string;
  readonly document: ExampleDocument;
  /** By layer name, in Keras's order; absent: fresh from the seed. */
  readonly weights?: Readonly<Record<string, readonly ExampleTensor[]>>;
  /** `[row, col, channel]`. */
  readonly probe?: ExampleTensor;
}
