/** One check against real Keras: what it is about, and what is wrong, a line each. */
export interface KerasCheck {
  readonly name: string;
  run(python: string): Promise<{ readonly checked: number; readonly faults: readonly string[] }>;
}
