import { Check } from 'lucide-react';
import type { ReactNode } from 'react';

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** A statement a person agrees to or a choice that takes effect later, on submit. */
export function Checkbox({ label, checked, onCheckedChange, disabled = false }: CheckboxProps) {
  return (
    <label className="flex min-h-11 items-center gap-3 text-body has-enabled:cursor-pointer">
      <span className="relative grid size-5.5 shrink-0 place-items-center">
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          onChange={(event) => onCheckedChange(event.target.checked)}
          className="peer absolute inset-0 appearance-none rounded-joint border border-edge bg-surface transition-colors duration-feedback checked:border-accent checked:bg-accent disabled:opacity-50"
        />
        <Check className="pointer-events-none relative size-4 text-on-accent opacity-0 peer-checked:opacity-100" />
      </span>
      <span>{label}</span>
    </label>
  );
}
