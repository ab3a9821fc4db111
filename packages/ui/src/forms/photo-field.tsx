import { useRef, type ReactNode } from 'react';
import { Button } from '../actions/button.tsx';

export interface PhotoFieldProps {
  /** Whose or what's photo it is. */
  readonly label: string;
  /** The photo as it is, or will be. */
  readonly face: ReactNode;
  readonly has: boolean;
  readonly busy?: boolean;
  readonly onChange: (photo: File | null) => void;
  /** What is to be said of it. */
  readonly children?: ReactNode;
}

/** A photo, and what can be done about it. */
export function PhotoField({
  label,
  face,
  has,
  busy = false,
  onChange,
  children,
}: PhotoFieldProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap items-center gap-4">
      {face}
      <div className="min-w-0">
        <div className="flex flex-wrap gap-2">
          <Button size="small" busy={busy} onClick={() => picker.current?.click()}>
            {has ? 'Change photo' : 'Add a photo'}
          </Button>
          {has && (
            <Button size="small" variant="quiet" disabled={busy} onClick={() => onChange(null)}>
              Remove
            </Button>
          )}
        </div>
        {children}
      </div>
      <input
        ref={picker}
        type="file"
        accept="image/*"
        hidden
        aria-label={label}
        onChange={(event) => {
          const photo = event.target.files?.[0];
          // The same file can be chosen again after a failure.
          event.target.value = '';
          if (photo !== undefined) onChange(photo);
        }}
      />
    </div>
  );
}
