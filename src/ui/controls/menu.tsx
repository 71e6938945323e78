import type { ReactElement, ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
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
  /** A second list below, under its title. */
  readonly more?: { readonly title: string; readonly entries: readonly MenuEntry[] };
  readonly onChoose: (id: string) => void;
  readonly children: ReactNode;
  readonly icon?: IconName;
  readonly className?: string;
  readonly disabled?: boolean;
  /** The button takes the focus when it appears. */
  readonly autoFocus?: boolean;
}

function item(entry: MenuEntry): ReactElement {
  return (
    <MenuItem key={entry.id} id={entry.id} className="menu-item" textValue={entry.label}>
      {entry.picture}
      {entry.chosen && <Icon name="check" />}
      <span className="menu-label">{entry.label}</span>
      {entry.note && <span className="menu-note">{entry.note}</span>}
    </MenuItem>
  );
}

/** A button that opens a list of things to do or to choose from. `label` names it where its text alone does not. */
export function MenuButton({
  label,
  entries,
  more,
  onChoose,
  children,
  icon,
  className,
  disabled,
  autoFocus = false,
}: Props): ReactElement {
  return (
    <MenuTrigger>
      <Button
        className={`button ${className ?? ''}`}
        aria-label={label}
        isDisabled={disabled === true}
        autoFocus={autoFocus}
      >
        {icon && <Icon name={icon} />}
        {children}
        <Icon name="down" />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu
          className="menu"
          aria-label={label}
          disabledKeys={[...entries, ...(more?.entries ?? [])]
            .filter((entry) => entry.disabled)
            .map((entry) => entry.id)}
          onAction={(id) => onChoose(String(id))}
        >
          {entries.map(item)}
          {more && (
            <MenuSection className="menu-section">
              <Header className="menu-title">{more.title}</Header>
              {more.entries.map(item)}
            </MenuSection>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
