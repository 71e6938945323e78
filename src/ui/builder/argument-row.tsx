import { type ReactElement, useCallback, useId, useState } from 'react';
import type { Json } from '../../base/json.ts';
import type { Argument } from '../../model/arguments/arguments.ts';
import { wordOf } from '../../model/schema/named.ts';
import { builder } from '../../text/builder.ts';
import { Icon } from '../controls/icons.tsx';
import { ChoiceValue } from './choice-value.tsx';
import type { ControlProps, RowProps } from './control.ts';
import type { Judgement } from './judge.ts';
import { LayerValue } from './layer-value.tsx';
import type { Fix } from './nearest.ts';
import { ObjectValue } from './object-value.tsx';
import { TextValue } from './text-value.tsx';
import { written } from './values.ts';

/** Keras's objects by their word; every other value as it is. */
function plain(value: unknown, { takes }: Argument): unknown {
  const named = takes.type === 'initializer' || takes.type === 'regularizer' || takes.type === 'constraint';
  return named && value ? wordOf((value as { class_name: string }).class_name) : value;
}

function Switch({ id, value, describedBy, judge, onJudged, onChange }: ControlProps): ReactElement {
  return (
    <input
      id={id}
      type="checkbox"
      role="switch"
      className="value-switch"
      checked={value === true}
      aria-checked={value === true}
      aria-describedby={describedBy}
      onChange={(event) => {
        const judged = judge(event.target.checked);
        onJudged(judged.refused === undefined ? undefined : judged);
        if (judged.refused === undefined) onChange(event.target.checked);
      }}
    />
  );
}

/** The values that could be instead of the one refused, each a button. */
function Fixes({
  own,
  fixes,
  apply,
}: {
  readonly own: string;
  readonly fixes: readonly Fix[];
  readonly apply: (fix: Fix) => void;
}) {
  return (
    <span className="fixes">
      <span className="muted">{builder.form.nearest}</span>
      {fixes.map((fix) => {
        const [argument, value] = fix[0]!;
        const text = argument === own ? written(value) : builder.form.apply(argument, written(value));
        return (
          <button key={text} type="button" className="fix" onClick={() => apply(fix)}>
            {text}
          </button>
        );
      })}
    </span>
  );
}

/** One argument of a layer: its name, its value, the way back to its default, and why a value cannot be. */
export function ArgumentRow({
  argument,
  value,
  meaning,
  said,
  judge,
  onPreview,
  onChange,
  onReset,
  onNear,
}: RowProps): ReactElement {
  const { name, takes } = argument;
  const id = useId();
  const [judged, setJudged] = useState<Judgement>();
  const usual = written(plain(argument.default, argument));
  const onJudged = useCallback(
    (next: Judgement | undefined) => {
      setJudged(next);
      onPreview(next);
    },
    [onPreview],
  );
  const control: ControlProps = {
    id,
    value,
    describedBy: `${id}-meaning ${id}-said`,
    judge: useCallback((wanted: Json) => judge(argument, wanted), [judge, argument]),
    onJudged,
    onChange: (wanted) => onChange([[name, wanted]]),
  };
  const byDefault = argument.default === undefined ? builder.form.required : builder.form.byDefault(usual);
  const help = name === 'name' ? (meaning ?? '') : `${meaning ?? ''} ${byDefault}`;
  const resettable = said !== undefined && argument.default !== undefined && name !== 'name';
  const fixes = judged?.fixes ?? [];
  return (
    <fieldset
      className="argument"
      aria-label={name}
      data-refused={judged?.refused !== undefined || undefined}
      onFocus={() => onNear(help)}
      onBlur={() => onNear(undefined)}
      title={help}
    >
      <label htmlFor={id} className="argument-name" data-said={said !== undefined || undefined}>
        {name}
      </label>
      {resettable && (
        <button
          type="button"
          className="argument-reset"
          aria-label={`${name}: ${builder.form.reset(usual)}`}
          title={builder.form.reset(usual)}
          onClick={() => onReset(argument)}
        >
          <Icon name="reset" />
        </button>
      )}
      {takes.type === 'boolean' ? (
        <Switch {...control} />
      ) : takes.type === 'choice' ? (
        <ChoiceValue {...control} label={name} choices={takes.choices} detail="" />
      ) : 'choices' in takes ? (
        <ObjectValue {...control} argument={argument} choices={takes.choices} />
      ) : takes.type === 'layer' ? (
        <LayerValue
          {...control}
          argument={argument}
          said={said}
          onNear={onNear}
          row={(own) => <ArgumentRow key={own.argument.name} {...own} />}
        />
      ) : (
        <TextValue {...control} argument={argument} />
      )}
      <span id={`${id}-meaning`} hidden>
        {help}
      </span>
      <div id={`${id}-said`} className="argument-said" aria-live="polite">
        {judged?.refused !== undefined && <p className="field-error">{judged.refused}</p>}
        {fixes.length > 0 && (
          <Fixes
            own={name}
            fixes={fixes}
            apply={(fix) => {
              onJudged(undefined);
              onChange(fix);
            }}
          />
        )}
      </div>
    </fieldset>
  );
}
