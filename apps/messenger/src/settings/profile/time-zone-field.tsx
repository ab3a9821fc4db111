import { Button, TextField } from '@sotto/ui';
import { useId, useMemo } from 'react';
import { deviceTimeZone, listTimeZones } from './time-zones.ts';

export interface TimeZoneFieldProps {
  readonly value: string;
  readonly valid: boolean;
  readonly onValueChange: (value: string) => void;
}

/** A time zone by name, found by typing a part of it; this device's own is one press away. */
export function TimeZoneField({ value, valid, onValueChange }: TimeZoneFieldProps) {
  const listId = useId();
  const zones = useMemo(() => listTimeZones(), []);
  const here = deviceTimeZone();
  return (
    <div className="flex flex-col items-start gap-2 *:first:w-full">
      <TextField
        label="Time zone"
        list={listId}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="Not shown"
        value={value}
        onValueChange={onValueChange}
        hint="Others see what time it is for you, so that they know when to write."
        error={valid ? null : 'Choose one of the list, such as Europe/Berlin, or none.'}
      />
      <datalist id={listId}>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </datalist>
      {value !== here && (
        <Button size="small" variant="quiet" className="-ms-3" onClick={() => onValueChange(here)}>
          Use {here}, as on this device
        </Button>
      )}
    </div>
  );
}
