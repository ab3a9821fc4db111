import type { ComponentProps, ReactNode } from 'react';
import { classes } from '../hooks/classes.ts';
import { Tooltip } from '../overlays/tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** The accessible name, also shown as a tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly size?: 'small' | 'medium';
  /** `shade` is for controls over photos. */
  readonly variant?: 'quiet' | 'primary' | 'shade';
  readonly tooltip?: boolean;
  readonly shortcut?: string;
}

const variants = {
  quiet:
    'text-quiet hover:bg-hover hover:text-text data-popup-open:bg-hover data-popup-open:text-text',
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  shade: 'text-on-shade hover:bg-on-shade/15 focus-visible:outline-on-shade',
} as const;

const sizes = {
  small: 'size-8 pointer-coarse:size-11',
  medium: 'size-10 pointer-coarse:size-11',
} as const;

/** An action shown by its icon alone. Always has a name. */
export function IconButton({
  label,
  icon,
  size = 'medium',
  variant = 'quiet',
  tooltip = true,
  shortcut,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const button = (
    <button
      {...rest}
      type={type}
      aria-label={label}
      className={classes(
        'inline-grid shrink-0 place-items-center rounded-full transition-colors duration-feedback',
        'active:opacity-80 disabled:cursor-default disabled:opacity-40',
        variants[variant],
        sizes[size],
        className,
      )}
    >
      {icon}
    </button>
  );
  if (!tooltip) return button;
  return (
    <Tooltip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      {button}
    </Tooltip>
  );
}
