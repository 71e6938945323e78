import type { ReactElement } from 'react';
import type { Json } from '../../base/json.ts';
import type { Argument } from '../../model/arguments/arguments.ts';
import { wordOf } from '../../model/schema/named.ts';
import { builder } from '../../text/builder.ts';
import { ChoiceValue } from './choice-value.tsx';
import type { ControlProps } from './control.ts';
import { TextValue } from './text-value.tsx';

/** A Keras object of the document, complete. */
interface Chosen {
  readonly class_name: string;
  readonly config: Readonly<Record<string, Json>>;
}

interface Props extends ControlProps {
  readonly argument: Argument;
  readonly choices: readonly string[];
}

/** What a field of the object's own arguments takes, by what stands there; the gate judges what is typed. */
function takenBy(name: string, value: Json): Argument {
  const takes: Argument['takes'] = Array.isArray(value)
    ? { type: 'integers', least: 0 }
    : typeof value === 'string'
      ? { type: 'name', longest: 40 }
      : { type: 'number' };
  return { name, takes, nullable: value === null || name === 'seed', default: undefined };
}

/** An initializer, regularizer or constraint: its word, and below it the arguments that it has. */
export function ObjectValue({ argument, choices, value, ...control }: Props): ReactElement {
  const chosen = value as Chosen | null;
  const none = builder.form.unset;
  const words = argument.nullable ? [none, ...choices] : choices;
  const wanted = (word: Json): Json => (word === none ? null : word);
  return (
    <>
      <ChoiceValue
        {...control}
        label={argument.name}
        choices={words}
        detail=""
        value={chosen ? wordOf(chosen.class_name) : none}
        judge={(word) => control.judge(wanted(word))}
        onChange={(word) => control.onChange(wanted(word))}
      />
      {chosen &&
        Object.entries(chosen.config).map(([name, own]) => {
          const whole = (next: Json): Json => ({ ...chosen, config: { ...chosen.config, [name]: next } });
          const id = `${control.id}-${name}`;
          return (
            <span className="sub-argument" key={`${chosen.class_name} ${name}`}>
              <label className="argument-name" htmlFor={id}>
                {name}
              </label>
              <TextValue
                {...control}
                id={id}
                argument={takenBy(name, own)}
                value={own}
                judge={(next) => control.judge(whole(next))}
                onChange={(next) => control.onChange(whole(next))}
              />
            </span>
          );
        })}
    </>
  );
}
