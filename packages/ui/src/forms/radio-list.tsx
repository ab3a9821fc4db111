import { useId } from 'react';
import { classes } from '../hooks/classes.ts';

export interface RadioChoice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** What choosing it means. */
  readonly description: string;
}

export interface RadioListProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly RadioChoice<Value>[];
  readonly onValueChange: (value: Value) => void;
  readonly disabled?: boolean;
}

/** A choice whose meaning takes a sentence each. The heading above it may be its label. */
export function RadioList<Value extends string>({
  label,
  value,
  choices,
  onValueChange,
  disabled = false,
}: RadioListProps<Value>) {
  const name = useId();
  return (
    <fieldset disabled={disabled} className="flex flex-col gap-1">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="-mx-2 flex min-h-11 cursor-pointer items-start gap-3 rounded-control px-2 py-2 hover:bg-hover"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            aria-labelledby={`${name}-${choice.value}`}
            aria-describedby={`${name}-${choice.value}-what`}
            onChange={() => onValueChange(choice.value)}
            className={classes(
              'mt-0.5 size-5 shrink-0 appearance-none rounded-full border-2 border-edge bg-surface transition-colors duration-feedback',
              'checked:border-6 checked:border-accent disabled:opacity-50',
            )}
          />
          <span className="min-w-0">
            <span id={`${name}-${choice.value}`} className="block text-body font-medium">
              {choice.label}
            </span>
            <span id={`${name}-${choice.value}-what`} className="block text-small text-quiet">
              {choice.description}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
