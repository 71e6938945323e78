/** A stretch of the code, in characters from its start; `to` is the first one after it. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Figures and words that a sentence about the code needs; the sentences are in `text/python.ts`. */
export type FaultData = Readonly<Record<string, string | number>>;

/** Why code cannot be taken, and where. */
export class PythonFault extends Error {
  readonly code: string;
  readonly data: FaultData;
  readonly place: Place;

  constructor(code: string, place: Place, data: FaultData = {}) {
    super(code);
    this.name = 'PythonFault';
    this.code = code;
    this.place = { from: place.from, to: place.to };
    this.data = data;
  }
}
