import { bound } from '../python/calls.ts';
import { type Place, PythonFault } from '../python/fault.ts';
import { type Arguments, type Placed, Thing, type Value } from '../python/values.ts';
import type { Session } from './session.ts';
import { orderOf, RENAMED_ARGUMENTS } from './signatures.ts';

/** An optimizer, loss, initializer … of the code's, with the arguments that it gives. */
export class KerasObject extends Thing {
  readonly what: string;
  readonly family: string;
  readonly className: string;
  readonly config: ReadonlyMap<string, Placed>;
  readonly place: Place;

  constructor(family: string, className: string, config: ReadonlyMap<string, Placed>, place: Place) {
    super();
    this.family = family;
    this.className = className;
    this.what = className;
    this.config = config;
    this.place = place;
  }

  /** What it would compute is left to the page. */
  override attribute(name: string): Value | undefined {
    return name === 'name' ? this.className : undefined;
  }

  override setAttribute(): void {}
}

/** A class or function of Keras by its name: as a value its word, called an object. */
export class KerasReference extends Thing {
  readonly what: string;
  readonly family: string;
  readonly className: string;
  private readonly session: Session;

  constructor(session: Session, family: string, className: string) {
    super();
    this.session = session;
    this.family = family;
    this.className = className;
    this.what = className;
  }

  override call(given: Arguments): Value {
    const { family, className, session } = this;
    if (family === 'activations')
      throw new PythonFault('called-activation', given.place, { name: className });
    const renamed = RENAMED_ARGUMENTS[family] ?? {};
    const order = orderOf(family, className);
    const named = new Map<string, Placed>();
    for (const [argument, placed] of given.named) {
      const now = order.includes(argument) ? undefined : renamed[argument];
      if (now !== undefined) session.findings.note('renamed', placed.place, { old: argument, name: now });
      named.set(now ?? argument, placed);
    }
    const parameters = [...order, ...[...named.keys()].filter((name) => !order.includes(name))];
    const config = bound(className, parameters, { ...given, named });
    if (config.get('decay')) {
      session.findings.note('no-decay', config.get('decay')!.place);
      config.delete('decay');
    }
    // Says where the weights and the print-out of a run go, and nothing of the numbers.
    for (const argument of ['verbose', 'dtype']) config.delete(argument);
    for (const [argument, { value }] of config)
      if (value === null && family !== 'callbacks') config.delete(argument);
    return new KerasObject(family, className, config, given.place);
  }

  override attribute(): Value | undefined {
    return undefined;
  }
}
