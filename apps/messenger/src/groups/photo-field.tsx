import { Button } from '@sotto/ui';
import { useRef, type ReactNode } from 'react';

export interface PhotoFieldProps {
  /** The photo as it is, or will be. */
  readonly face: ReactNode;
  readonly has: boolean;
  readonly busy: boolean;
  readonly onChange: (photo: File | null) => void;
}

/** A group's photo, and what can be done about it. */
export function PhotoField({ face, has, busy, onChange }: PhotoFieldProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap items-center gap-4">
      {face}
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
      <input
        ref={picker}
        type="file"
        accept="image/*"
        hidden
        aria-label="Group photo"
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
