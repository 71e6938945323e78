import type { ReactElement, ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Icon, type IconName } from './icons.tsx';

interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly note?: string | undefined;
  /** Stands before the label. */
  readonly picture?: ReactNode;
  readonly chosen?: boolean;
  readonly disabled?: boolean;
}

interface Props {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onChoose: (id: string) => void;
  readonly children: ReactNode;
  readonly icon?: IconName;
  readonly className?: string;
  readonly disabled?: boolean;
}

/** A button that opens a list of things to do or to choose from. `label` names it where its text alone does not. */
export function MenuButton({
  label,
  entries,
  onChoose,
  children,
  icon,
  className,
  disabled,
}: Props): ReactElement {
  return (
    <MenuTrigger>
      <Button className={`button ${className ?? ''}`} aria-label={label} isDisabled={disabled === true}>
        {icon && <Icon name={icon} />}
        {children}
        <Icon name="down" />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu
          className="menu"
          aria-label={label}
          disabledKeys={entries.filter((entry) => entry.disabled).map((entry) => entry.id)}
          onAction={(id) => onChoose(String(id))}
        >
          {entries.map((entry) => (
            <MenuItem key={entry.id} id={entry.id} className="menu-item" textValue={entry.label}>
              {entry.picture}
              {entry.chosen && <Icon name="check" />}
              <span className="menu-label">{entry.label}</span>
              {entry.note && <span className="menu-note">{entry.note}</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
