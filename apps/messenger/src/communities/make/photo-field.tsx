import { Avatar, Button } from '@sotto/ui';
import { useEffect, useRef, useState } from 'react';

export interface PhotoFieldProps {
  readonly name: string;
  readonly photo: File | null;
  readonly onPhotoChange: (photo: File | null) => void;
}

/** The photo of what is being made, as it will look. */
export function PhotoField({ name, photo, onPhotoChange }: PhotoFieldProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState<string | null>(null);
  // Given back once it is another, or none is shown any more.
  useEffect(
    () => () => {
      if (shown !== null) URL.revokeObjectURL(shown);
    },
    [shown],
  );

  function choose(chosen: File | null): void {
    setShown(chosen && URL.createObjectURL(chosen));
    onPhotoChange(chosen);
  }

  return (
    <div className="flex items-center gap-4">
      <Avatar name={name} id="new community" src={shown} sizePx={72} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => picker.current?.click()}>
          {photo === null ? 'Add a photo' : 'Change photo'}
        </Button>
        {photo !== null && (
          <Button size="small" variant="quiet" onClick={() => choose(null)}>
            Remove
          </Button>
        )}
      </div>
      <input
        ref={picker}
        type="file"
        accept="image/*"
        hidden
        aria-label="Photo of the community"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          // The same file can be chosen again after it was removed.
          event.target.value = '';
          if (chosen !== undefined) choose(chosen);
        }}
      />
    </div>
  );
}
