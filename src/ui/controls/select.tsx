import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { Icon } from './icons.tsx';

interface Props<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  /** What an option is called, where that is not the option itself. */
  readonly name?: (option: T) => string;
  readonly value: T;
  readonly disabled: boolean;
  readonly onChange: (value: T) => void;
}

export function SelectField<T extends string>({
  label,
  options,
  name = (option) => option,
  value,
  disabled,
  onChange,
}: Props<T>): ReactElement {
  return (
    <Select
      className="field"
      selectedKey={value}
      isDisabled={disabled}
      onSelectionChange={(key) => {
        const chosen = options.find((option) => option === key);
        if (chosen && chosen !== value) onChange(chosen);
      }}
    >
      <Label>{label}</Label>
      <Button className="select">
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <Icon name="down" />
      </Button>
      <Popover className="popover" placement="top start">
        <ListBox className="menu">
          {options.map((option) => (
            <ListBoxItem key={option} id={option} className="menu-item" textValue={name(option)}>
              {option === value && <Icon name="check" />}
              <span className="menu-label">{name(option)}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
