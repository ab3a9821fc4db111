import { ChevronDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { classes } from '../hooks/classes.ts';
import { describedBy, Field } from './field.tsx';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onValueChange: (value: Value) => void;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
  readonly name?: string;
}

/** One of a handful of choices. The browser's own list: at home on every device. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onValueChange,
  hint,
  disabled = false,
  name,
}: SelectProps<Value>) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint}>
      <div className="relative">
        <select
          id={id}
          name={name}
          value={value}
          disabled={disabled}
          aria-describedby={describedBy(id, { hint })}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen !== undefined) onValueChange(chosen.value);
          }}
          className={classes(
            'min-h-11 w-full appearance-none truncate rounded-control border border-edge bg-surface ps-3 pe-10 text-field',
            'transition-colors duration-feedback focus-visible:-outline-offset-1 disabled:opacity-60',
          )}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 end-3 my-auto size-4.5 text-quiet"
        />
      </div>
    </Field>
  );
}
