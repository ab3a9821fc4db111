import { useId, type ComponentProps, type ReactNode } from 'react';
import { classes } from '../hooks/classes.ts';
import { describedBy, Field } from './field.tsx';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  readonly label: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly hideLabel?: boolean;
  /** Inside the field, before the text. */
  readonly leading?: ReactNode;
  /** Inside the field, after the text. */
  readonly trailing?: ReactNode;
}

/** One line of text with its label. */
export function TextField({
  label,
  value,
  onValueChange,
  hint,
  error = null,
  hideLabel,
  leading,
  trailing,
  className,
  id: givenId,
  ...rest
}: TextFieldProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <Field id={id} label={label} hideLabel={hideLabel} hint={hint} error={error}>
      <div
        className={classes(
          'flex min-h-11 items-center gap-2 rounded-control border bg-surface px-3 transition-colors duration-feedback',
          'focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-accent',
          'has-disabled:opacity-60',
          error !== null && error !== '' ? 'border-danger' : 'border-edge',
          className,
        )}
      >
        {leading}
        <input
          {...rest}
          id={id}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
          aria-invalid={(error !== null && error !== '') || undefined}
          aria-describedby={describedBy(id, { hint: error ? null : hint, error })}
          className="min-w-0 flex-1 self-stretch bg-transparent text-field outline-none"
        />
        {trailing}
      </div>
    </Field>
  );
}
