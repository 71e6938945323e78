import type { ReactElement } from 'react';
import type { Json } from '../../base/json.ts';
import { type Argument, argumentsOf } from '../../model/arguments/arguments.ts';
import { startingConfigs } from '../../model/edit/starting-config.ts';
import { WRAPPABLE_KINDS, type WrappableKind } from '../../model/layers/kinds.ts';
import { meaningOf } from '../../text/arguments.ts';
import { builder } from '../../text/builder.ts';
import { ChoiceValue } from './choice-value.tsx';
import type { ControlProps, RowProps } from './control.ts';
import { judgedOnly } from './judge.ts';

interface Inner {
  readonly class_name: WrappableKind;
  readonly config: Readonly<Record<string, Json>>;
}

interface Props extends ControlProps {
  readonly argument: Argument;
  /** As the document writes it in short. */
  readonly said: Json | undefined;
  readonly onNear: RowProps['onNear'];
  /** Draws the row of one of its arguments. */
  readonly row: (props: RowProps) => ReactElement;
}

/** The layer that a wrapper carries: which kind it is, and its own arguments below. */
export function LayerValue({ argument, said, value, onNear, row, ...control }: Props): ReactElement {
  const inner = value as Inner | null;
  const short = ((said as Inner | undefined) ?? inner)?.config ?? {};
  const none = builder.form.unset;
  const made = (kind: Json): Json =>
    kind === none ? null : { class_name: kind, config: { ...startingConfigs[kind as WrappableKind] } };
  return (
    <>
      <ChoiceValue
        {...control}
        label={argument.name}
        choices={argument.nullable ? [none, ...WRAPPABLE_KINDS] : WRAPPABLE_KINDS}
        detail=""
        value={inner?.class_name ?? none}
        judge={(kind) => control.judge(made(kind))}
        onChange={(kind) => control.onChange(made(kind))}
      />
      {inner && (
        <div className="inner-arguments">
          {argumentsOf(inner.class_name)
            .filter(({ name }) => name !== 'name')
            .map((own) => {
              const whole = (next: Json | undefined): Json => {
                const { [own.name]: _, ...others } = short;
                const config = next === undefined ? others : { ...others, [own.name]: next };
                return { class_name: inner.class_name, config };
              };
              return row({
                argument: own,
                value: inner.config[own.name],
                meaning: meaningOf(inner.class_name, own.name),
                said: short[own.name],
                judge: (_, next) => judgedOnly(control.judge(whole(next))),
                onPreview: control.onJudged,
                onChange: (fix) => control.onChange(whole(fix.at(-1)![1])),
                onReset: () => control.onChange(whole(undefined)),
                onNear,
              });
            })}
        </div>
      )}
    </>
  );
}
