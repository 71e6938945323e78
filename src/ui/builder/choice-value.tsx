import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { Icon } from '../controls/icons.tsx';
import type { ControlProps } from './control.ts';

interface Props extends ControlProps {
  readonly label: string;
  readonly choices: readonly string[];
  /** What is said behind the word that is chosen. */
  readonly detail: string;
}

/** One of Keras's words; one that cannot be is said and not taken. */
export function ChoiceValue({
  id,
  label,
  choices,
  detail,
  value,
  describedBy,
  judge,
  onJudged,
  onChange,
}: Props): ReactElement {
  const choose = (chosen: string) => {
    const judged = chosen === value ? undefined : judge(chosen);
    onJudged(judged?.refused === undefined ? undefined : judged);
    if (judged && judged.refused === undefined) onChange(chosen);
  };
  return (
    <Select
      className="value-select"
      aria-label={label}
      selectedKey={String(value)}
      onSelectionChange={(key) => choose(String(key))}
    >
      <Button id={id} className="select" aria-describedby={describedBy}>
        <SelectValue>{() => `${String(value)}${detail}`}</SelectValue>
        <Icon name="down" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <ListBox className="menu">
          {choices.map((choice) => (
            <ListBoxItem key={choice} id={choice} className="menu-item" textValue={choice}>
              {choice === value && <Icon name="check" />}
              <span className="menu-label">{choice}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
