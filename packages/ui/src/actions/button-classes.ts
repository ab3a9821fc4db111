import { classes } from '../hooks/classes.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

export interface ButtonLook {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  /** As wide as its container. */
  readonly stretch?: boolean | undefined;
}

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-line bg-surface text-text hover:bg-hover',
  quiet: 'text-accent hover:bg-hover',
  danger: 'bg-danger text-on-danger hover:bg-danger-strong',
};

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-8 gap-1.5 px-3 text-small pointer-coarse:min-h-11',
  medium: 'min-h-10 gap-2 px-4 text-body pointer-coarse:min-h-11',
  large: 'min-h-12 gap-2 px-5 text-body',
};

/** The look of a button, for links that act like one. */
export function buttonClasses({
  variant = 'secondary',
  size = 'medium',
  stretch,
}: ButtonLook): string {
  return classes(
    'relative inline-flex shrink-0 items-center justify-center rounded-control py-1 text-center font-semibold select-none',
    'transition-colors duration-feedback active:opacity-85',
    'disabled:cursor-default disabled:opacity-50 aria-disabled:cursor-default aria-disabled:opacity-50',
    variants[variant],
    sizes[size],
    stretch && 'w-full',
  );
}
