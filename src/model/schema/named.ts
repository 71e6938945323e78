import * as v from 'valibot';
import type { ErrorCode } from '../../base/errors.ts';
import { Fault, leaf, object, type Schema } from './leaf.ts';

/** Keras compares names without regard to case; `he_normal` and `HeNormal` mean one class. */
function squash(name: string): string {
  return name.toLowerCase().replaceAll('_', '');
}

/** Finds the canonical spelling of a name in any spelling that Keras takes; `aliases` are its short names. */
export function spellings<T extends string>(
  names: readonly T[],
  aliases: Readonly<Record<string, T>> = {},
): (name: string) => T | undefined {
  const known = new Map<string, T>(Object.entries(aliases).map(([alias, name]) => [squash(alias), name]));
  for (const name of names) known.set(squash(name), name);
  return (name) => known.get(squash(name));
}

/** Classes whose word does not follow from how their name is written. */
const WORDS: Readonly<Record<string, string>> = {
  AdamW: 'adamw',
  L1L2: 'l1l2',
  KLDivergence: 'kl_divergence',
};

/** The word by which Keras calls a class: `HeNormal` is `he_normal`, `RMSprop` is `rmsprop`. */
export function wordOf(className: string): string {
  const word = Object.hasOwn(WORDS, className) ? WORDS[className] : undefined;
  return word ?? className.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** A name out of `names`; another text is refused with `code`. */
export function nameIn<T extends string>(
  what: string,
  names: readonly T[],
  find: (name: string) => T | undefined,
  code: ErrorCode = 'unsupported',
): Schema<T> {
  return leaf(`${what}: ${names.map(wordOf).join(', ')}`, (value) => {
    if (typeof value !== 'string') return new Fault('type');
    return find(value) ?? new Fault(code);
  });
}

export interface Named<N extends string, C> {
  readonly class_name: N;
  readonly config: C;
}

function classNameOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'class_name' in value ? value.class_name : undefined;
}

/**
 * A Keras object, `{class_name, config}` with the name in any spelling (and with the `module` and
 * `registered_name` that Keras itself writes, which are not kept). Gives it with the config complete.
 */
export function namedObject<N extends string, C>(
  what: string,
  configs: Readonly<Record<N, Schema<C>>>,
  find: (name: string) => N | undefined,
): Schema<Named<N, C>> {
  const names = Object.keys(configs) as N[];
  const name = nameIn(what, names, find);

  function withConfig(config: Schema<C>): Schema<Named<N, C>> {
    return v.pipe(
      object({
        module: v.optional(v.unknown()),
        class_name: name,
        config: v.optional(config, {}),
        registered_name: v.optional(v.unknown()),
      }),
      v.transform(({ class_name, config: complete }) => ({ class_name, config: complete })),
    );
  }

  const unknownName = withConfig(v.never());
  const byName = new Map(names.map((known) => [known, withConfig(configs[known])]));
  return v.lazy((value) => {
    const given = classNameOf(value);
    const known = typeof given === 'string' ? find(given) : undefined;
    return known === undefined ? unknownName : byName.get(known)!;
  });
}

/** A Keras object, or only its name: a word in any spelling, which stands for the object with every default. */
export function named<N extends string, C>(
  what: string,
  configs: Readonly<Record<N, Schema<C>>>,
  aliases: Readonly<Record<string, N>> = {},
): Schema<Named<N, C>> {
  const names = Object.keys(configs) as N[];
  const find = spellings(names, aliases);
  const whole = namedObject(what, configs, find);
  const word: Schema<Named<N, C>> = v.pipe(
    nameIn(what, names, find),
    v.transform((className): unknown => ({ class_name: className })),
    whole,
  );
  return v.lazy((value) => (typeof value === 'object' && value !== null ? whole : word));
}
