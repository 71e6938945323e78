import type { Place } from './fault.ts';
import type { Value } from './values.ts';

/** What stands around the code: the modules it imports, and names that it does not define. */
export interface World {
  /** `import path`. */
  module(path: string, place: Place): Value;
  /** `from path import *`: the names that come in. */
  everything(path: string, place: Place): ReadonlyMap<string, Value>;
  /** A name that nothing has defined. */
  missing(name: string, place: Place): Value;
  /** A value that only data, or running the model, would give. */
  unknown(what: string): Value;
  /** `if` or `while` on such a value: taken for false. */
  undecided(place: Place): void;
  /** What a class of the code's own is. */
  ownClass(name: string, place: Place): Value;
}
