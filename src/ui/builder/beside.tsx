import { type ReactElement, type ReactNode, useMemo } from 'react';
import { Popover } from 'react-aria-components/Popover';

interface Props {
  readonly anchor: Element;
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A small sheet beside an element of the page; Escape and a press elsewhere put it away. */
export function Beside({ anchor, onClose, className = '', children }: Props): ReactElement {
  const triggerRef = useMemo(() => ({ current: anchor }), [anchor]);
  return (
    <Popover
      className={`popover ${className}`}
      triggerRef={triggerRef}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      placement="bottom start"
    >
      {children}
    </Popover>
  );
}
