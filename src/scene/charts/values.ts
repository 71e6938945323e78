/** The numbers of a run by step, one for each, all of them kept: what is drawn of them can be chosen later. */
export interface Values {
  /** Step of the first; 0 before there is one. */
  readonly first: number;
  readonly length: number;
  /** The number of the step `first + at`; NaN where it has none. */
  at(at: number): number;
}

export interface ValuesRecorder extends Values {
  /** Adds the number of a step; steps ascend. */
  push(step: number, value: number): void;
}

export function createValues(): ValuesRecorder {
  let data = new Float32Array(256);
  let first = 0;
  let length = 0;
  return {
    get first() {
      return first;
    },
    get length() {
      return length;
    },
    at: (at) => (at < length ? data[at] : undefined) ?? Number.NaN,
    push(step, value) {
      if (length === 0) first = step;
      const at = step - first;
      if (at >= data.length) {
        const larger = new Float32Array(Math.max(2 * data.length, at + 1));
        larger.set(data);
        data = larger;
      }
      data.fill(Number.NaN, length, at);
      data[at] = value;
      length = at + 1;
    },
  };
}
