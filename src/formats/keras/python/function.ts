import { PythonFault } from './fault.ts';
import type { Scope } from './scope.ts';
import type { Parameter } from './syntax.ts';
import { type Arguments, PyDict, PyTuple, Thing, type Value } from './values.ts';

/** A function that the code defines. */
export class PyFunction extends Thing {
  readonly what: string;
  private readonly run: (given: Arguments) => Value;
  constructor(name: string, run: (given: Arguments) => Value) {
    super();
    this.what = name;
    this.run = run;
  }
  override call(given: Arguments): Value {
    return this.run(given);
  }
}

/** Gives a function's parameters their values. */
export function takeArguments(
  name: string,
  parameters: readonly Parameter[],
  fallbacks: ReadonlyMap<string, Value>,
  { positional, named, place }: Arguments,
  scope: Scope,
): void {
  const plain = parameters.filter(({ type }) => type === 'plain');
  const star = parameters.find(({ type }) => type === 'star');
  const stars = parameters.find(({ type }) => type === 'stars');
  const extra = positional.slice(plain.length);
  if (extra[0] && !star)
    throw new PythonFault('too-many-arguments', extra[0].place, { name, most: plain.length });
  for (const [at, { value }] of positional.slice(0, plain.length).entries())
    scope.names.set(plain[at]!.name, value);
  if (star) scope.names.set(star.name, new PyTuple(extra.map(({ value }) => value)));
  const rest = new PyDict();
  for (const [argument, { value, place: at }] of named) {
    const known = parameters.some(
      ({ name: own, type }) => own === argument && type !== 'star' && type !== 'stars',
    );
    if (known && scope.names.has(argument)) throw new PythonFault('argument-twice', at, { name, argument });
    if (known) scope.names.set(argument, value);
    else if (stars) rest.entries.set(`s${argument}`, [argument, value]);
    else throw new PythonFault('unknown-argument', at, { name, argument });
  }
  if (stars) scope.names.set(stars.name, rest);
  for (const { name: parameter } of parameters) {
    if (scope.names.has(parameter)) continue;
    const fallback = fallbacks.get(parameter);
    if (fallback === undefined)
      throw new PythonFault('missing-argument', place, { name, argument: parameter });
    scope.names.set(parameter, fallback);
  }
}
