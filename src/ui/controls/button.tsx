import type { ButtonHTMLAttributes, ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon?: IconName;
  readonly look?: 'primary' | 'quiet';
  readonly children?: ReactNode;
}

/**
 * A button; with an icon only, `aria-label` is its name and its tooltip. One that is disabled keeps the focus, so
 * that a button which disables itself for a moment stays under the finger.
 */
export function Button({ icon, look, disabled, onClick, className, children, ...rest }: Props): ReactElement {
  const classes = ['button', look, !children && 'icon-only', className].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      className={classes}
      title={children ? undefined : rest['aria-label']}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onClick}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
