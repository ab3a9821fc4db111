import { useId, type ReactNode } from 'react';
import { classes } from '../hooks/classes.ts';

export interface SegmentedOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: ReactNode;
}

export interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SegmentedOption<Value>[];
  readonly onValueChange: (value: Value) => void;
  readonly hideLabel?: boolean;
}

/** A choice of two to four, all in sight. Arrow keys move, as in any group of radio buttons. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  onValueChange,
  hideLabel = false,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend className={classes('mb-1.5 text-body font-medium', hideLabel && 'sr-only')}>
        {label}
      </legend>
      <div className="flex gap-1 rounded-control bg-sunken p-1 inset-ring inset-ring-line">
        {options.map((option) => (
          <label
            key={option.value}
            className={classes(
              'flex min-h-9 flex-1 cursor-pointer items-center justify-center gap-2 rounded-joint px-2 text-small font-medium text-quiet select-none pointer-coarse:min-h-11',
              'transition-colors duration-feedback hover:text-text [&_.lucide]:size-4',
              'has-checked:bg-raised has-checked:text-text has-checked:shadow-[0_0_0_1px_var(--sotto-edge)]',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValueChange(option.value)}
              className="sr-only"
            />
            {option.icon}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
