import { type Place, PythonFault } from './fault.ts';

/** Steps of the interpreter: a model's code takes a few thousand. */
const MOST_STEPS = 300_000;
/** Milliseconds for everything, by the clock. */
const LONGEST = 1200;
/** Items of a list, or characters of a text, that code may make. */
const LARGEST = 100_000;
/** Calls and expressions within one another. */
const DEEPEST = 250;

/** What code may use up: it is typed by anyone, and the page waits for it. */
export class Budget {
  private steps = 0;
  private depth = 0;
  private made = 0;
  private readonly end = Date.now() + LONGEST;

  /** One step at this place. */
  step(place: Place): void {
    this.steps++;
    if (this.steps > MOST_STEPS) throw new PythonFault('too-long', place);
    if (this.steps % 64 === 0) this.checkTime(place);
  }

  /** Before what takes long in itself. */
  checkTime(place: Place): void {
    if (Date.now() > this.end) throw new PythonFault('too-long', place);
  }

  /** Something of this size is about to be made. */
  make(size: number, place: Place): void {
    this.made += size;
    if (size > LARGEST || this.made > 20 * LARGEST) throw new PythonFault('too-large', place);
  }

  /** Runs one level deeper. */
  deeper<T>(place: Place, run: () => T): T {
    if (this.depth >= DEEPEST) throw new PythonFault('recursion', place);
    this.depth++;
    try {
      return run();
    } finally {
      this.depth--;
    }
  }
}
