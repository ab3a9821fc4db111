import type { ComponentProps, ReactNode } from 'react';
import { Spinner } from '../feedback/spinner.tsx';
import { classes } from '../hooks/classes.ts';
import { buttonClasses, type ButtonLook } from './button-classes.ts';

export interface ButtonProps extends ComponentProps<'button'>, ButtonLook {
  /** Shows a spinner in place and ignores presses, but keeps focus and name. */
  readonly busy?: boolean;
  readonly icon?: ReactNode;
}

/** A labelled action. Inside a form, say `type="submit"`. */
export function Button({
  variant,
  size,
  stretch,
  busy = false,
  icon,
  children,
  className,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      className={classes(buttonClasses({ variant, size, stretch }), className)}
      onClick={(event) => {
        // A disabled button would drop focus to the page while its work runs.
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner className="size-4.5" />
        </span>
      )}
      <span
        className={classes(
          'inline-flex max-w-full min-w-0 items-center justify-center gap-[inherit]',
          busy && 'invisible',
        )}
      >
        {icon}
        {children}
      </span>
    </button>
  );
}
