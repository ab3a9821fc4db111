import { Select } from '@sotto/ui';
import { useId } from 'react';
import { birthYears, months, type BirthMonth } from './birth-month.ts';

export interface BirthMonthFieldProps {
  readonly value: BirthMonth;
  readonly onValueChange: (value: BirthMonth) => void;
  readonly nowMs: number;
  readonly error: string | null;
}

/** Month and year of birth; not the day, which is not needed. */
export function BirthMonthField({ value, onValueChange, nowMs, error }: BirthMonthFieldProps) {
  const id = useId();
  return (
    <fieldset aria-describedby={`${id}-hint ${id}-error`} className="flex flex-col gap-1.5">
      <div className="grid grid-cols-2 gap-3">
        <Select
          label="Month of birth"
          name="birth"
          value={value.month}
          options={[{ value: '', label: 'Month' }, ...months()]}
          onValueChange={(month) => onValueChange({ ...value, month })}
        />
        <Select
          label="Year of birth"
          value={value.year}
          options={[{ value: '', label: 'Year' }, ...birthYears(nowMs)]}
          onValueChange={(year) => onValueChange({ ...value, year })}
        />
      </div>
      <p id={`${id}-error`} aria-live="polite" className="text-small text-danger empty:hidden">
        {error}
      </p>
      <p id={`${id}-hint`} className="text-small text-quiet">
        This server protects minors. Nobody else sees it, and of adults it is not kept.
      </p>
    </fieldset>
  );
}
