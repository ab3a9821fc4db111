import type { ReactNode } from 'react';
import { classes } from '../hooks/classes.ts';

export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly children: ReactNode;
}

/** The ids a control names in `aria-describedby`, in reading order. */
export function describedBy(
  id: string,
  parts: Pick<FieldProps, 'hint' | 'error'>,
): string | undefined {
  const ids = [
    hasContent(parts.error) && `${id}-error`,
    hasContent(parts.hint) && `${id}-hint`,
  ].filter((part) => part !== false);
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** Label above, control, then what went wrong or what helps. */
export function Field({ id, label, hideLabel = false, hint, error, children }: FieldProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={classes('text-small font-semibold', hideLabel && 'sr-only')}>
        {label}
      </label>
      {children}
      {/* Stays in the page so that its next content is spoken. */}
      <div id={`${id}-error`} aria-live="polite" className="text-small text-danger empty:hidden">
        {error}
      </div>
      {hasContent(hint) && !hasContent(error) && (
        <div id={`${id}-hint`} className="text-small text-quiet">
          {hint}
        </div>
      )}
    </div>
  );
}

function hasContent(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== '' && node !== false;
}
