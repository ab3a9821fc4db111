import { useId, type ComponentProps, type ReactNode } from 'react';
import { classes } from '../hooks/classes.ts';
import { describedBy, Field } from './field.tsx';

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange'> {
  readonly label: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly hideLabel?: boolean;
}

/** Several lines of text with their label. */
export function TextArea({
  label,
  value,
  onValueChange,
  hint,
  error = null,
  hideLabel,
  className,
  ...rest
}: TextAreaProps) {
  const id = useId();
  const wrong = error !== null && error !== '';
  return (
    <Field id={id} label={label} hideLabel={hideLabel} hint={hint} error={error}>
      <textarea
        {...rest}
        id={id}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy(id, { hint: wrong ? null : hint, error })}
        className={classes(
          'w-full resize-none rounded-control border bg-surface px-3 py-2.5 text-field transition-colors duration-feedback',
          'focus-visible:-outline-offset-1',
          wrong ? 'border-danger' : 'border-edge',
          className,
        )}
      />
    </Field>
  );
}
