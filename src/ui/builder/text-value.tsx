import { type KeyboardEvent, type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { type Json, sameJson } from '../../base/json.ts';
import type { Argument } from '../../model/arguments/arguments.ts';
import { useKernelscope } from '../context.ts';
import { goBack } from '../view-actions.ts';
import type { ControlProps } from './control.ts';
import type { Judgement } from './judge.ts';
import { readValue, stepped, written } from './values.ts';

/** Milliseconds after the last step by arrow keys until it takes effect. */
const REST = 350;

interface Props extends ControlProps {
  readonly argument: Argument;
}

/**
 * A number, sizes or a name, judged while it is typed; it takes effect with Enter or when the field is left, a step by
 * arrow keys after a moment. What is refused stays in the field and is not sent.
 */
export function TextValue({
  id,
  argument,
  value,
  describedBy,
  judge,
  onJudged,
  onChange,
}: Props): ReactElement {
  const { stores } = useKernelscope();
  const shown = written(value);
  const [text, setText] = useState(shown);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(shown), [shown]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const read = useMemo(() => readValue(text, argument), [text, argument]);
  const judged = useMemo((): Judgement | undefined => {
    if (text === shown) return undefined;
    return 'fault' in read ? { refused: read.fault } : judge(read.value);
  }, [text, shown, read, judge]);
  useEffect(() => onJudged(judged), [judged, onJudged]);

  const commit = (wanted: Json) => {
    clearTimeout(timer.current);
    if (sameJson(wanted, value)) setText(shown);
    else onChange(wanted);
  };
  const commitText = () => {
    if ('value' in read && judged?.refused === undefined) commit(read.value);
  };
  const step = (by: number) => {
    const next = 'value' in read ? stepped(read.value, by) : undefined;
    if (next === undefined || judge(next).refused !== undefined) return;
    setText(written(next));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => commit(next), REST);
  };
  const pressed = (event: KeyboardEvent) => {
    const whole = argument.takes.type === 'integer' || argument.takes.type === 'sizes';
    if (event.key === 'Enter') commitText();
    else if (event.key === 'Escape' && text !== shown) setText(shown);
    else if (event.key === 'Escape') goBack(stores);
    else if (whole && event.key === 'ArrowUp') step(1);
    else if (whole && event.key === 'ArrowDown') step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      id={id}
      className="value-input"
      type="text"
      inputMode={argument.takes.type === 'integer' ? 'numeric' : 'text'}
      autoComplete="off"
      spellCheck={false}
      value={text}
      aria-invalid={judged?.refused !== undefined}
      aria-describedby={describedBy}
      onChange={(event) => setText(event.target.value)}
      onBlur={commitText}
      onKeyDown={pressed}
    />
  );
}
