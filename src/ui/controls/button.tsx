import type { ButtonHTMLAttributes, ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon?: IconName;
  readonly look?: 'primary' | 'quiet';
  readonly children?: ReactNode;
}

/** A button; with an icon only, `aria-label` is its name and its tooltip. */
export function Button({ icon, look, children, ...rest }: Props): ReactElement {
  const classes = ['button', look ?? '', children ? '' : 'icon-only'].filter(Boolean).join(' ');
  return (
    <button type="button" className={classes} title={children ? undefined : rest['aria-label']} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
