import { Switch as Base } from '@base-ui/react/switch';
import { useId } from 'react';
import { classes } from '../hooks/classes.ts';

export interface SwitchProps {
  readonly label: string;
  readonly description?: string;
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** Something that is on or off at once, with what that means under its name. */
export function Switch({ label, description, checked, onCheckedChange, disabled }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex min-h-11 items-center gap-4">
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="block text-body font-medium">
          {label}
        </label>
        {description !== undefined && (
          <p id={`${id}-what`} className="text-small text-quiet">
            {description}
          </p>
        )}
      </div>
      <Base.Root
        id={id}
        checked={checked}
        disabled={disabled ?? false}
        onCheckedChange={(next) => onCheckedChange(next)}
        aria-describedby={description === undefined ? undefined : `${id}-what`}
        className={classes(
          'relative inline-flex h-6.5 w-11 shrink-0 items-center rounded-full border p-0.5 transition-colors duration-movement',
          'border-edge bg-sunken data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50',
          // The target is taller than the track it draws.
          'after:absolute after:-inset-2.5',
        )}
      >
        <Base.Thumb
          className={classes(
            'size-5 rounded-full bg-edge transition-[translate,background-color] duration-movement',
            'data-checked:translate-x-4.5 data-checked:bg-on-accent rtl:data-checked:-translate-x-4.5',
          )}
        />
      </Base.Root>
    </div>
  );
}
