import {
  createContext,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useContext,
  useId,
  useRef,
  useState,
} from 'react';
import { GLOSSARY } from '../../lessons/glossary.ts';
import { language } from '../../text/language.ts';
import { lessonText } from '../../text/lesson.ts';
import { Button } from '../controls/button.tsx';

interface Opened {
  readonly id: string | undefined;
  toggle(id: string, button: HTMLButtonElement): void;
  onEscape(event: KeyboardEvent): void;
  /** Id of the element that explains it. */
  readonly place: string;
}

const OpenedTerm = createContext<Opened | undefined>(undefined);

interface Props {
  readonly as: 'p' | 'li' | 'div';
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

/** A block of text: the word that is opened in it is explained right below. Escape closes it. */
export function Explained({ as: Tag, className, children }: Props): ReactElement {
  const [id, setId] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const place = useId();
  const close = () => {
    setId(undefined);
    button.current?.focus();
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || id === undefined) return;
    event.preventDefault();
    close();
  };
  const toggle: Opened['toggle'] = (next, by) => {
    button.current = by;
    setId(next === id ? undefined : next);
  };
  const entry = id === undefined ? undefined : GLOSSARY[id]?.[language()];
  const meaning = entry && (
    <aside className="term-meaning" id={place} role="note">
      <p>
        <strong>{entry.word}</strong> {entry.meaning}
      </p>
      <Button icon="close" aria-label={lessonText.closeTerm} onClick={close} onKeyDown={onEscape} />
    </aside>
  );
  return (
    <OpenedTerm value={{ id, toggle, onEscape, place }}>
      {Tag === 'p' ? (
        <>
          <p className={className}>{children}</p>
          {meaning}
        </>
      ) : (
        <Tag className={className}>
          {children}
          {meaning}
        </Tag>
      )}
    </OpenedTerm>
  );
}

/** A word of the glossary. */
export function Term({ id, children }: { readonly id: string; readonly children?: ReactNode }): ReactElement {
  const opened = useContext(OpenedTerm);
  const open = opened?.id === id;
  return (
    <button
      type="button"
      className="lesson-term"
      aria-expanded={open}
      aria-controls={open ? opened?.place : undefined}
      onClick={(event) => opened?.toggle(id, event.currentTarget)}
      onKeyDown={opened?.onEscape}
    >
      {children}
    </button>
  );
}
