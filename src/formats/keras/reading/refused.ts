import { PythonFault } from '../python/fault.ts';
import { type Arguments, Thing, type Value } from '../python/values.ts';

/** What the code may define but not use: a class of its own. */
export class Refused extends Thing {
  readonly what: string;
  private readonly code: string;

  constructor(code: string, what: string) {
    super();
    this.code = code;
    this.what = what;
  }

  override call({ place }: Arguments): Value {
    throw new PythonFault(this.code, place, { name: this.what });
  }
}
